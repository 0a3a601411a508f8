#!/usr/bin/env python3
"""Somebody at the pages of tests/support/servers/oauth.mjs: signs in as alice and agrees, or declines.

As a program: browser.py agree|decline ADDRESS, ends when the browser has come back to where it was sent.
"""
import http.cookiejar
import re
import sys
import urllib.error
import urllib.parse
import urllib.request


class _ByHand(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_words):
        return None


class Browser:
    """One browser with its cookies."""

    def __init__(self):
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()), urllib.request.ProxyHandler({}), _ByHand)

    def open(self, address, form=None):
        """(status, place of a redirect or None, text)."""
        body = None if form is None else urllib.parse.urlencode(form).encode()
        try:
            answer = self.opener.open(urllib.request.Request(address, body), timeout=30)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            place = answer.headers.get("Location")
            return answer.status, place and urllib.parse.urljoin(address, place), answer.read().decode()

    def way_back(self, address, agree=True):
        """Goes through the pages; the address on this computer to which the browser is sent back, not opened yet."""
        server = urllib.parse.urlsplit(address).netloc
        form = None
        for _ in range(20):
            if urllib.parse.urlsplit(address).netloc != server:
                return address
            _status, place, page = self.open(address, form)
            form = None
            if place:
                address = place
                continue
            prompt = re.search(r'name="prompt" value="(\w+)"', page)
            action = re.search(r'action="([^"]+)"', page)
            if not (prompt and action):
                raise AssertionError(f"no way on at {address}:\n{page}")
            page_address = urllib.parse.urljoin(address, action[1])
            if not agree:
                address = page_address.rstrip("/") + "/abort"
                continue
            address = page_address
            form = {"prompt": prompt[1], **({"login": "alice", "password": "any"} if prompt[1] == "login" else {})}
        raise AssertionError(f"still on the way: {address}")

    def sign_in(self, address, agree=True):
        """The page that is shown at the end, as (status, text)."""
        status, _place, page = self.open(self.way_back(address, agree))
        return status, page


if __name__ == "__main__":
    Browser().sign_in(sys.argv[2], agree=sys.argv[1] == "agree")
