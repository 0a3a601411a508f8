"""Owns the name of the Secret Service on the session bus and never answers a call."""
import time

import dbus

bus = dbus.SessionBus()
bus.request_name("org.freedesktop.secrets")
print("ready", flush=True)
time.sleep(60)
