import { t } from '@vscode/l10n';
import { commands, env, type Uri, window } from 'vscode';
import { type Failure, failureOf, type Remedy, remedyLabels, sentencesOf } from '../connections/failure.ts';
import type { Remedies } from '../connections/remedies.ts';
import type { Schemas } from '../connections/schemas.ts';
import type { Sessions } from '../connections/sessions.ts';
import { largeAnswerButtons, saveAnswer } from './largeAnswer.ts';
import type { PreparedRun } from './preparedRun.ts';
import { reportOf } from './report.ts';

/** The parts that doing something about a failure needs. */
export interface FailureParts {
  readonly sessions: Sessions;
  readonly schemas: Schemas;
  readonly remedies: Remedies;
  /** Of the extension. */
  readonly version: string;
  /** The page about refusals that the checks did not foresee. */
  readonly help: Uri;
  /** Runs a document again, for an answer of at most so many bytes. */
  readonly run: (document: Uri, maxBytes?: number) => Promise<void>;
}

/** A button below a failure. */
export interface FailureButton {
  readonly id: string;
  readonly label: string;
}

/** A run that failed. */
interface Failed {
  readonly prepared: PreparedRun;
  readonly failure: Failure;
}

/** What a person can do about the last failure of a document. */
export class FailureActions {
  readonly #parts: FailureParts;
  readonly #last = new Map<string, Failed>();

  constructor(parts: FailureParts) {
    this.#parts = parts;
  }

  /** Keeps a failure for its buttons, and gives these. */
  buttonsFor(document: Uri, failed: Failed, unforeseen = false): readonly FailureButton[] {
    this.#last.set(document.toString(), failed);
    const buttons = buttonsOf(failed);
    return unforeseen ? [...buttons, { id: 'report', label: t('Copy Report') }] : buttons;
  }

  /** Says the failure in a message with buttons. */
  async tell(document: Uri, failure: Failure, buttons: readonly FailureButton[]): Promise<void> {
    const items = buttons.map(({ id, label }) => ({ id, title: label }));
    const chosen = await window.showErrorMessage(sentencesOf(failure), ...items);
    if (chosen !== undefined) await this.press(document, chosen.id);
  }

  /** Does what a button says. After the window was reloaded nothing is known of a failure: then only `run` is. */
  async press(document: Uri, id: string): Promise<void> {
    const { run, sessions, remedies } = this.#parts;
    if (id === 'run') return run(document);
    const failed = this.#last.get(document.toString());
    if (failed === undefined) return;
    if (id === 'saveToFile') return saveAnswer(sessions, document, failed.prepared);
    if (id === 'liftLimit') return run(document, Number.POSITIVE_INFINITY);
    if (id === 'report') return this.#copyReport(failed);
    if (isRemedy(id) && (await remedies.apply(id, failed.prepared.entry))) await run(document);
  }

  async #copyReport({ prepared, failure: { request, status, errors } }: Failed): Promise<void> {
    const { schemas, version, help } = this.#parts;
    if (request === null) return;
    const schema = await schemas.referenceFor(prepared.entry);
    await env.clipboard.writeText(reportOf({ version, shopware: schema?.version, status, request, errors }));
    const said = t('The report is on the clipboard. Please read it through before you send it.');
    const how = t('How to Report');
    if ((await window.showInformationMessage(said, how)) !== how) return;
    await commands.executeCommand('markdown.showPreview', help);
  }
}

/** Says what was thrown in a message. */
export function sayFailure(error: unknown): void {
  window.showErrorMessage(sentencesOf(failureOf(error)));
}

function buttonsOf({ failure, prepared }: Failed): readonly FailureButton[] {
  if (failure.cancelled) return [{ id: 'run', label: t('Run Again') }];
  if (failure.tooLarge) return largeAnswerButtons(prepared.request.maxBytes);
  const labels = remedyLabels();
  return failure.remedies.map((remedy) => ({ id: remedy, label: labels[remedy] }));
}

function isRemedy(id: string): id is Remedy {
  return Object.hasOwn(remedyLabels(), id);
}
