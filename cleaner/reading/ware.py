"""The wares of a site, as it offers them to its readers: letters, accounts, apps, gifts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.pattern import late

PARTS = "newsletter|bookmark|paywall|podcast|affiliate|inbox|cookies"
PHRASES = """
    sign up|signing up|sign-up|log in|login|logging in|sign in|privacy policy|privacy notice
    terms of use|terms of service|terms and conditions|commenting|comment policy|comments policy
    comment section|comments section|comments below|comments are|discussion thread|stay on topic
    moderated|email alerts|push notifications|email notifications|news alerts|breaking news alerts
    email updates|daily updates|emails & alerts|our app|our free app|tap here|follow us
    letter to the editor|letters to the editor|all rights reserved|non-commercial use|free articles
    gift article|free trial|unlimited access|retail links|earn commission|earn a commission
    our journalism|our newsroom|our reporting|our website|our homepage|our readers|our journalists
    our coverage|our full coverage|our emails|our survey|our quiz|our magazine|our archive
    readers like you|reader-supported|reader support|independent journalism|digital edition
    print edition|short survey|automatically translated|automatically generated
    delivered right|delivered straight|delivered daily|delivered every|emailed direct
    direct to your|straight to your|right to you|this form|your submission|your contribution
    your comment|your feed|your reading list|your subscription|subscribe now|subscribe today
    subscribe to our|subscribers|with a friend|donate to our|reprints|javascript|clicking here
    click here|our site|our stories|email us|write to us|hear from you|your support|your donation
    our channel|our page|like this page|LIKE this page|share this page|refresh this page
    daily digest|weekly digest|news digest|mailing list|email list|your email|email address
    opt out|free account|create an account|create a free|register for free|register now
    sign me up|cancel anytime|cancel any time|cancel at any time|digital subscription
    annual subscription|digital access|subscribe to|subscribe for|subscribe here|subscribe and
    subscribing|subscriptions
    full access|ad-free|exclusive content|members-only|premium content|become a member
    become a supporter|become a subscriber|our members|our supporters|our community
    our channels|our social|our facebook|our twitter|our instagram|our youtube|our whatsapp
    our telegram|our discord|our mobile|our reporters|our editors|our newsletters|our terms
    our privacy|our cookie|our affiliate|our partners|our sponsors|our advertisers|our podcast
    our exclusives|our forum|our forums|our contributors|our live blog|our events page
    whatsapp channel|whatsapp group|telegram channel|youtube channel|facebook page
    facebook group|google news|apple news|app store|google play|download the|download our
    mobile app|ios and android|iphone or android|iphone and android|wherever you get
    wherever you listen|apple podcasts|listen here|full story|full article|original article
    read more|more stories|more news|more articles
    top stories|best stories|biggest stories|great stories|latest stories|latest headlines
    latest updates|breaking news|live updates|join the conversation|have your say|let us know
    get in touch|in the comments|your thoughts below|share your story|share your stories
    share your thoughts|share your views|share this|support our|support us|support local
    support independent|support quality|local journalism|quality journalism|nonprofit newsroom
    nonprofit journalism|tax-deductible|chip in|make a donation|donate now|donate today
    your gift|your membership|your generosity|sponsored|advertisement|advertising partners
    partner offers|marketing emails|promo code|discount code|use code|special offers
    limited time|shop now|buy now|order now|click the|click on|click to|tap the|tap to
    button below|link below|links below|form below|link in bio|scroll down|scroll to
    scrolling|keep reading|continue reading|third-party|opens in a new|opens in new|new window
    ad blocker|adblocker|recaptcha|not a robot|terms apply|conditions apply|get started
    learn more|find out more|free guide|free newsletter|weekly email|daily email|hate spam
    email newsletter|trusted partners|never miss|don't miss|audio version
    sign-in|registering for|have an account|logged in|unlimited online|online access|any device
    with one account|epaper|e-paper|electronic replica|print subscriber|digital package
    first month|premium subscription|gift subscription|promotional offers|offers from
    exclusive offers|virtual events|our content|our latest content|our latest news
    our latest stories|our best stories|our best coverage|our top stories|delivered weekly
    delivered to you|fearless journalism|original reporting|trending news|news feed
    authors and topics|earn us a|through us|daily newsletter|free roundup|round-up of
    commenting community|our commenting|our homepage|your feedback|your home screen
    preferred source|our rss|our latest issue|new subscribers|current subscribers
    only send you|additional email|confirmation email|receive emails
    reader survey|every new post|our reader|opt-out at any
    video player|photo gallery|our archives|republish|our stock|our shop|our store|your postcode
    instant access|immediate access|access to all issues|access to this content
    complimentary access|subscriber-only|subscriber only|subscriber exclusive|for subscribers
    auto renew|auto-renew|automatically renew|renews automatically|billed monthly
    billed annually|subscription will|year subscription|month subscription|weekly summary of
    daily summary of|weekly roundup of|daily roundup of|news and offers|offers and news
    offers & news|rest of this article|rest of this story|rest of the article|free ebook
    free e-book|free webinar|unlock this|unlock the full|email me when|email me new|notify me when
    keep me updated|keep me informed|keep me posted|i consent to|spam folder|check your inbox
    confirm your email|valid email|valid e-mail|editor's pick|editors' picks|must-reads
    push notification|desktop notification|user agreement|by your browser|upgrade your browser
    by subscribing|by registering|by joining,|by clicking|by using this|otherwise submit
    this widget|of this coverage|your privacy settings|your cookie
    please subscribe|digital account|activate your|please donate|free to read|free to access
    creative commons license|creative commons licence|paid commission|click below
    browser notifications|digital and print|print and digital|comment may be deleted
    forgot your password|forgot password|required fields|fields marked|confirmation link
    your link has expired|session has expired|cookies enabled|enable javascript|enable cookies
    refresh the page|reload the page|page not found|adding a comment|commenting rules|comment rules
    community guidelines|community standards|flag as inappropriate|report this comment
    comments posted here|user-generated content|turn on notifications|turn off notifications
    allow notifications|notification settings|manage notifications|manage your preferences
    email preferences|update your preferences|newsletter preferences|already signed up
    to your mailbox|news briefing|top headlines|daily headlines|one-time donation|monthly donation
    recurring donation|one-time or recurring|donors like you|members like you|listeners like you
    viewers like you|affiliate commission|no extra cost to you|no cost to you
    no additional cost to you|price at time of|prices are accurate|check price|view deal|see deal
    coupon code|voucher code|link in our bio|preferred source on|google discover|legal notice
    privacy rights|privacy choices|ad choices|cookie settings|manage cookies|accept cookies
    third-party cookies|third party cookies|audio player|media player|closed captions|autoplay
    watch the video above|watch the video below|video above|listen to the audio|click play
    press play|conversation guidelines|first time registering|all-access pass|for subscribers only
    only for subscribers|your browser settings|the browser settings|in our newsletter
    read our full|see our full|your facebook feed|your twitter feed|social network know
    free article|last free|book a call|with any question|personalised advertising
    personalized advertising|access information on a device|your device is not
    annual plan|monthly plan|off your first|exclusive updates|full summary
"""
"""Not in the list is what people tell each other as well: to donate, to contact somebody."""

SOFT = """
    regular updates|weekly updates|monthly updates|real-time updates|latest issue|back issues
    current issue|latest episode|new episode|full episode|this episode|full interview|full video
    full report|live coverage|live blog|liveblog|more coverage|our live|our interactive|our tracker
    our database|our calculator|our show|our videos|our interview|our sister|our network|our new
    latest news|the latest on|the latest in|latest from|the best of|new stories|our guide
    full guide|free copy|this site|this website|this blog|this video|this content|this feature
    members only|free access|exclusive access|access to|a subscription|special report
    read the rest|the crossword|our puzzles|our picks|weekly summary|daily summary|weekly roundup
    daily roundup|weekly round-up|daily round-up|daily briefing|morning briefing|evening briefing
    weekly briefing|weekly guide|latest offers|our offers|my details|most read|trending|content
    personal attacks|be civil|be respectful|abusive comments|offensive comments|a comment
    comments|notifications|email|newsletter|headlines|qr code|free shipping|best price|promo codes
    giveaway|livestream|live stream
    social media channels|social channels|support our|fund our
    this newsletter|this podcast|this article|this story|this post
    reporting|journalism|newsroom|commenting|donation|contribution|subscription
"""
"""Of these a story tells as well: they count where a line begins with a call, or speaks of both the
reader and the site."""


def _forms(phrases: str) -> Iterator[tuple[str, str]]:
    for phrase in phrases.replace("\n    ", "|").split("|"):
        for form in filter(None, {phrase.strip(), phrase.strip().upper(), phrase.strip().title()}):
            yield form[1:], form[0]


SOFT_WARES = frozenset(ware for ware, _ in _forms(SOFT)).difference(
    ware for ware, _ in _forms(f"{PARTS}|{PHRASES}")
)
FIRST_LETTERS = {ware: letter.lower() for ware, letter in _forms(f"{PARTS}|{PHRASES}|{SOFT}")}
WARES = tuple(sorted(FIRST_LETTERS))
ALL_WARES = frozenset(WARES)
"""The wares of a site, as they stand in a text, without their first letters, which have two cases:
what is looked for is a third of what it would be with them."""

PRESS_RE = late(
    r"\b(?:newsletters?|newsrooms?|journalis\w+|stor(?:y|ies)|articles?|coverage|comment\w*|news"
    r"|report(?:er|ing|ers)?|subscri\w+|read(?:er|ers|ing)?|headlines?|edition|crossword|magazine"
    r"|alerts|repl(?:y|ies)|advertis\w+|sponsor\w*|reprints|e-?paper|paywall|ad-free|survey"
    r"|privacy policy|terms of (?:use|service)|latest updates|in-depth|new post|on topic"
    r"|(?:email|mailing) list|commission|exclusive interviews|facebook page|sign me up"
    r"|click(?:ing)? here|this (?:page|post|site|video)|our (?:page|site|forum)|your browser"
    r"|on (?:facebook|twitter)|daily email|your (?:thoughts|views)"
    r"|delivered (?:daily|weekly|right|straight|to your))\b|@|\.(?:com|org|co)\b",
    re.IGNORECASE,
)
"""What a site of the press speaks of, and no guide to a phone."""
