"""The words that pages are made of: their buttons, forms, lists and networks."""

from __future__ import annotations

PAGE_WORDS = frozenset(
    """
    abuse accessibility account ad ads advert advertise advertisement advertising affiliate alert
    alerts android app apps article articles attributes audio author authors badge badges blog blogs
    bluesky bookmark bookmarking bookmarks breadcrumb browse browser cancel captcha caption captions
    careers carousel categories category clarifications classifieds click clicking comment
    commenting comments community complaints contact conversations cookies copyright correction
    corrections coverage credits crossword daily delivered details disclaimer disclaimers discuss
    discussion disqus donate download e-mail e-paper edition editor editorial editors email emails
    embed epaper episode episodes error errors excerpt explore facebook faq faqs favorites feed
    feedback feedburner feeds fields flag flipboard follow follower followers following font footer
    form forum free fullscreen gallery google guidelines header headlines hide homepage horoscope
    html iframe imprint inappropriate inbox instagram ios javascript jobs join keyboard latest like
    likes link linkedin links list listen listing listings live livestream load loading log log-in
    login logout mail mastodon membership menu messenger mobile moderation mute navigation newest
    newsletter newsletters newsroom next notification notifications notify obituaries offer offers
    online page pages password paywall pdf permalink permissions photo photos picks pictures pin
    pinterest play player playlist pocket podcast podcasts policy poll pop-up popular post posted
    posts powered preferences presskit previous print privacy profile promo promoted promotional
    published puzzles quiz read reader readers recommend recommended reddit register related replies
    reply report repost reprints request required reserved resources retweet reviews rights rss save
    saved scroll search searches section sections see send settings share shared shares sharing
    shortcuts show sidebar sign sign-up signup site sitemap sites skip slideshow snapchat social
    spam sponsored stories story submit subscribe subscriber subscribers subscription subscriptions
    substack suggested tag tagged tags telegram terms thread threads thumbnail thumbnails tiktok
    tips topic topics trademark trending tumblr tweet tweets twitter unlock unsubscribe update
    updates url user username viber video videos view viewed vote watch webinar webinars website
    wechat whatsapp widget wordpress youtube
    """.split()
)
"""What pages are made of. ``Comments`` alone may head a section: two of them are needed."""

NETWORKS = frozenset(
    """
    bluesky disqus facebook flipboard google instagram linkedin mastodon messenger pinterest pocket
    reddit snapchat telegram tiktok tumblr twitter viber wechat whatsapp youtube
    """.split()
)
PASSING_WORDS = frozenset(
    """
    a about above again all also an and any are as at back be below best by can do for from get
    go have here how i if in into is it its just like love me more must my new no not now of off
    on one or other our out over that the them there these this to today top up us want was we
    what when with you your yours
    """.split()
)
"""Words that say nothing of either."""
