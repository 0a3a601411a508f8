# Read by install_program and uninstall_program: where things go, and what they are called.
# PREFIX and HOSTS come from the caller; a packager may set UNITS, ZSH_FUNCTIONS and DESTDIR (a root for the copy only).
: "${DESTDIR:=}" "${UNITS:=$PREFIX/share/systemd/user}" "${ZSH_FUNCTIONS:=$PREFIX/share/zsh/site-functions}"
case $PREFIX in
  /*) ;;
  *) echo "PREFIX must begin with a slash: $PREFIX" >&2; exit 2 ;;
esac
case $PREFIX$HOSTS$UNITS in
  *[\"\\%\$\`]*) echo "PREFIX may not hold any of: \" \\ % \$ \`" >&2; exit 2 ;;
esac
program=$PREFIX/bin/goodturn
xpi=$PREFIX/share/goodturn/goodturn.xpi
host=$HOSTS/goodturn_helper.json
unit=$UNITS/goodturn.service
manual=$PREFIX/share/man/man1/goodturn.1
bash_completion=$PREFIX/share/bash-completion/completions/goodturn
zsh_completion=$ZSH_FUNCTIONS/_goodturn
fish_completion=$PREFIX/share/fish/vendor_completions.d/goodturn.fish
menu_entry=$PREFIX/share/applications/org.example.goodturn.desktop
metainfo=$PREFIX/share/metainfo/org.example.goodturn.metainfo.xml
icon=$PREFIX/share/icons/hicolor/scalable/apps/goodturn.svg
documents=$PREFIX/share/doc/goodturn
