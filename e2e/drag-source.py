# A small window from which files can be dragged: python3 drag-source.py X Y FILE...
import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk

x, y, files = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
uris = [Path(file).resolve().as_uri() for file in files]


def say(word):
    print(word, flush=True)


handle = Gtk.EventBox()
handle.add(Gtk.Label(label="drag me"))
handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
handle.drag_source_add_uri_targets()
handle.connect("drag-begin", lambda *_: say("begin"))
handle.connect("drag-data-get", lambda _w, _c, data, *_: data.set_uris(uris))
handle.connect("drag-end", lambda *_: say("end"))

window = Gtk.Window(title="drag source", decorated=False)
window.set_default_size(160, 120)
window.add(handle)
window.connect("destroy", Gtk.main_quit)
window.show_all()
window.move(x, y)
GLib.idle_add(lambda: say("ready"))
Gtk.main()
