// Texts that run as script, or load something, wherever a page takes them for markup or for an address.
export const payloads = [
  '<script>window.hostile=1</script>', '<img src=x onerror=window.hostile=1>', '<svg onload=window.hostile=1>',
  '<svg><script>window.hostile=1</script></svg>', '"><img src=x onerror=window.hostile=1>',
  "'><img src=x onerror=window.hostile=1>", '</title><script>window.hostile=1</script>',
  '</textarea><script>window.hostile=1</script>', '<iframe srcdoc="<script>parent.hostile=1</script>"></iframe>',
  '<iframe src=javascript:parent.hostile=1></iframe>', '<a href=javascript:window.hostile=1>press</a>',
  'javascript:window.hostile=1', 'data:text/html,<script>window.hostile=1</script>', '<details open ontoggle=window.hostile=1>',
  '<input autofocus onfocus=window.hostile=1>', '<body onload=window.hostile=1>', '<video><source onerror=window.hostile=1>',
  '<math><mtext><img src=x onerror=window.hostile=1>', '<object data=javascript:window.hostile=1>',
  '<embed src=javascript:window.hostile=1>', '<style>@import "http://127.0.0.1:9/x"</style>',
  '<link rel=stylesheet href=http://127.0.0.1:9/x>', '<meta http-equiv=refresh content="0;url=javascript:window.hostile=1">',
  '<form action=javascript:window.hostile=1><button>press</button></form>', '<base href=http://127.0.0.1:9/>',
  '${window.hostile=1}', '{{constructor.constructor("window.hostile=1")()}}', '<!--><img src=x onerror=window.hostile=1>-->',
  '<template><img src=x onerror=window.hostile=1></template>', '\u202E<img src=x onerror=window.hostile=1>',
];
