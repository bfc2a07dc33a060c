"""The browser of the system, for the tests of pages."""

from __future__ import annotations

import os
import shutil

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NEEDS_CHROMIUM = [
    pytest.mark.doors,
    pytest.mark.skipif(not CHROMIUM, reason="no chromium: install Debian's package of that name"),
]
SANDBOX = [] if hasattr(os, "geteuid") and os.geteuid() else ["--no-sandbox"]
"""As root, as in most containers, Chromium has no sandbox."""
SIZES = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 360, "height": 740}}
PATIENCE_MS = 50
"""Behind each step: what follows a link in a page comes a moment later."""
