// The remembered appearance and language, set before the first paint. Keys as in src/app/preferences/.
(function () {
  var root = document.documentElement;
  try {
    var scheme = localStorage.getItem('forewarn.colour-scheme');
    var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
    root.style.background = dark ? '#121419' : '#f6f7f9';
    var locale = localStorage.getItem('forewarn.locale');
    if (locale) root.lang = locale;
  } catch (error) {
    root.setAttribute('data-mantine-color-scheme', 'light');
  }
})();
