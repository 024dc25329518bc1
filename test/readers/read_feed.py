"""One poll by feedparser, as its documentation says to make it.

    read_feed.py URL ETAG MODIFIED

ETAG and MODIFIED are what the last answer said, or "". Prints the answer as JSON.
"""

import json
import sys
import time

try:
    import feedparser
except ImportError:
    sys.exit("There is no feedparser. Install it: apt-get install python3-feedparser")

url, etag, modified = sys.argv[1:]
feed = feedparser.parse(url, etag=etag or None, modified=modified or None)
entries = [
    {
        "id": entry.id,
        "title": entry.get("title"),
        "url": entry.link,
        "publishedAt": time.strftime("%Y-%m-%dT%H:%M:%SZ", entry.published_parsed),
    }
    for entry in feed.entries
]
fault = str(feed.bozo_exception) if feed.bozo else None
answer = {
    "status": feed.get("status"),
    "etag": feed.get("etag", ""),
    "modified": feed.get("modified", ""),
    "fault": fault,
    "entries": entries,
}
print(json.dumps(answer))
