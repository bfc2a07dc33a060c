"""What lines under a story speak of: words, by the topic that they show."""

from __future__ import annotations

TOPICS = {
    "role": """reporter reporters editor editors writer writers columnist author authors journalist
    correspondent contributor contributors contributing contributed producer professor director
    founder co-founder fellow analyst blogger host anchor intern staff freelance photographer
    researcher researchers""",
    "house": """news press times post media magazine tribune herald journal gazette newspaper
    network reuters bloomberg afp ap agency agencies wire wires editorial newsroom publication
    publisher publishing journalism trademark subsidiary""",
    "network": """twitter facebook instagram youtube linkedin whatsapp telegram pinterest reddit
    tiktok tumblr google rss social spotify podcast podcasts itunes""",
    "talk": """comment comments commenting commenters reply discussion discussions discuss thread
    threads conversation disqus moderated moderation forum forums replies feedback""",
    "join": """subscribe subscribed subscribing subscriber subscribers subscription newsletter
    newsletters inbox sign signing login log register registration account membership delivered
    alerts updates follow""",
    "send": """share shares shared tweet retweet email e-mail emails print bookmark permalink
    contact reach submit donate""",
    "piece": """article articles story stories posts column columns essay essays piece content page
    site website blog report series review excerpt interview transcript issue""",
    "made": """published posted edited editing reporting researched written compiled produced
    translated designed powered sponsored sponsor source sources h advertisement advertising
    affiliate""",
    "picture": """photo photos image images picture pictures video videos gallery credit credits
    courtesy getty shutterstock flickr via illustration screenshot featured""",
    "rights": """copyright copyrighted rights reserved reproduced republished licensed license
    permission reprint reprints reprinted redistributed terms policy privacy disclosure
    disclaimer""",
    "more": """related more read see also next previous trending popular recommended topics tags
    tagged filed categories latest click here watch listen view visit browse""",
    "page": """wordpress theme loading browser javascript cookies download app""",
    "reader": "you your you're yours us our we",
}
TOPIC_OF = {word: topic for topic, words in TOPICS.items() for word in words.split()}
