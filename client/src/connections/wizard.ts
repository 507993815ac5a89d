import { type Disposable, type InputBox, QuickInputButtons, type QuickPick, type QuickPickItem, window } from 'vscode';

/** What a step resolves with: an answer, `back` to the step before, or undefined to give up. */
export type StepResult<T> = T | typeof back | undefined;

/** The person pressed the Back button. */
export const back = Symbol('back');

/** Where a step stands in its wizard. */
export interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** One question. */
export interface Step<Draft> {
  /** The question is of no use with the answers so far. */
  readonly skip?: (draft: Draft) => boolean;
  readonly ask: (draft: Draft, place: Place) => Promise<StepResult<Draft>>;
}

/** Asks one question after the other; each gets the answers so far and gives them on. Undefined: given up. */
export async function runWizard<Draft>(
  title: string,
  steps: readonly Step<Draft>[],
  start: Draft,
): Promise<Draft | undefined> {
  const history: { readonly index: number; readonly draft: Draft }[] = [];
  let draft = start;
  for (let index = 0; index < steps.length; ) {
    const step = steps[index];
    if (step === undefined || step.skip?.(draft)) {
      index++;
      continue;
    }
    const totalSteps = steps.filter((each) => !each.skip?.(draft)).length;
    const result = await step.ask(draft, { title, step: history.length + 1, totalSteps });
    if (result === undefined) return undefined;
    if (result === back) {
      ({ index, draft } = history.pop() ?? { index: 0, draft: start });
    } else {
      history.push({ index, draft });
      draft = result;
      index++;
    }
  }
  return draft;
}

/** What `askText` shows. */
export interface TextQuestion {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly password?: boolean;
  /** A sentence about what is wrong with the text; undefined when nothing is. */
  readonly check?: (text: string) => string | undefined;
}

/** Asks for a line of text. */
export function askText(question: TextQuestion, place: Place): Promise<StepResult<string>> {
  const box = window.createInputBox();
  box.prompt = question.prompt;
  box.placeholder = question.placeholder ?? '';
  box.value = question.value ?? '';
  box.password = question.password ?? false;
  const fault = () => question.check?.(box.value.trim());
  const changed = box.onDidChangeValue(() => {
    box.validationMessage = undefined;
  });
  return show(box, place, [changed], () => {
    box.validationMessage = fault();
    return box.validationMessage === undefined ? box.value.trim() : undefined;
  });
}

/** Asks for one of several things. */
export function askChoice<Item extends QuickPickItem>(
  placeholder: string,
  items: readonly Item[],
  place: Place,
): Promise<StepResult<Item>> {
  const pick = window.createQuickPick<Item>();
  pick.placeholder = placeholder;
  pick.items = items;
  pick.matchOnDetail = true;
  return show(pick, place, [], () => pick.selectedItems[0]);
}

/** Shows an input until it is accepted with an answer, left, or gone back from. */
function show<T>(
  input: InputBox | QuickPick<QuickPickItem>,
  { title, step, totalSteps }: Place,
  disposables: readonly Disposable[],
  answer: () => T | undefined,
): Promise<StepResult<T>> {
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  input.ignoreFocusOut = true;
  input.buttons = step > 1 ? [QuickInputButtons.Back] : [];
  return new Promise<StepResult<T>>((resolve) => {
    input.onDidAccept(() => {
      const given = answer();
      if (given !== undefined) resolve(given);
    });
    input.onDidTriggerButton(() => resolve(back));
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => {
    for (const disposable of disposables) disposable.dispose();
    input.dispose();
  });
}
