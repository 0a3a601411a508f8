# Ends helpers that run from $program or from a file that was there before: a listener must not outlive its program,
# and after an upgrade the next one is the new one.
user=$(sed -n 's/^Uid:[[:space:]]*\([0-9]*\).*/\1/p' /proc/self/status)
for entry in /proc/[0-9]*; do
  case $(readlink "$entry/exe" 2>/dev/null || true) in
    # Only programs that see the same root as we do.
    "$program" | "$program (deleted)") [ "$entry/root" -ef / ] ;;
    # A helper shows its file to nobody but root, since it gives no core; its owner knows it by its name.
    "")
      [ "$(cat "$entry/comm" 2>/dev/null)" = goodturn ] && grep -q "^Uid:[[:space:]]$user[[:space:]]" "$entry/status" &&
        case $(tr '\0' '\n' <"$entry/cmdline" | head -n 1) in "$program" | goodturn) ;; *) false ;; esac ;;
    *) false ;;
  esac && kill "${entry#/proc/}" 2>/dev/null || true
done
