// Runs in the page before anything of VS Code. Adds the extensions under development and their tests to the
// workbench's configuration as soon as the element that carries it appears, as a test build of VS Code does.
// `developmentFolders` is set before this script: { extensions: string[], tests: string }, paths on this machine.
const uri = (path) => ({ $mid: 1, scheme: 'vscode-remote', authority: location.host, path });
const observer = new MutationObserver(() => {
  const element = document.getElementById('vscode-workbench-web-configuration');
  if (!element) return;
  observer.disconnect();
  const settings = JSON.parse(element.dataset.settings);
  settings.developmentOptions = {
    ...settings.developmentOptions,
    extensions: developmentFolders.extensions.map(uri),
    extensionTestsPath: uri(developmentFolders.tests),
  };
  element.dataset.settings = JSON.stringify(settings);
});
observer.observe(document, { childList: true, subtree: true });
