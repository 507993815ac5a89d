// The page of a results panel.
import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import '@vscode-elements/elements/dist/vscode-tabs/index.js';
import { useLanguage } from '../../language.ts';
import { isShowMessage } from '../messages.ts';
import './aggregationsView.ts';
import './failureView.ts';
import { post } from './host.ts';
import './json/jsonView.ts';
import { pageLanguage } from './pageLanguage.ts';
import './requestView.ts';
import { ResultsView } from './resultsView.ts';
import './table/tableView.ts';

useLanguage(pageLanguage());
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const view = document.querySelector('swcriteria-results');
  if (view instanceof ResultsView && isShowMessage(data)) view.state = data.state;
});
post({ type: 'ready' });
