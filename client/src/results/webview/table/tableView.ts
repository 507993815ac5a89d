import { t } from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { post, remember, viewState } from '../host.ts';
import { prettyJson } from '../json/prettyJson.ts';
import { Virtual, type VirtualOptions } from '../virtual.ts';
import { cellOf, copyOf } from './cell.ts';
import { type Column, columnsOf, valueIn } from './columns.ts';
import { moved, type Place } from './moved.ts';
import { headerHeight, rowHeight, tableStyles } from './tableStyles.ts';

const minimalWidth = 40;

/** Rows as a table: only what is visible exists; nested values open below it. */
class TableView extends LitElement {
  static override properties = {
    rows: { attribute: false },
    includes: { attribute: false },
    label: {},
    allColumns: { type: Boolean },
    active: { state: true },
    opened: { state: true },
  };
  static override styles = tableStyles;

  declare rows: readonly unknown[];
  declare includes: readonly string[];
  declare label: string;
  declare allColumns: boolean;
  declare active: Place;
  /** The place whose value is shown in full below; column -1 is the whole row. */
  declare opened: Place | undefined;
  readonly #vertical: Virtual;
  readonly #horizontal: Virtual;
  #columns: readonly Column[] = [];
  #known: readonly Column[] = [];
  #widths: Readonly<Record<string, number>> = viewState().widths;

  constructor() {
    super();
    this.rows = [];
    this.includes = [];
    this.label = t('Rows');
    this.allColumns = false;
    this.active = { row: 0, column: 0 };
    this.#vertical = new Virtual(this, this.#rowOptions());
    this.#horizontal = new Virtual(this, this.#columnOptions());
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('rows') || changed.has('includes')) {
      this.#known = columnsOf(this.rows, this.includes);
      this.opened = undefined;
      this.active = { row: 0, column: 0 };
    }
    this.#columns = this.allColumns ? this.#known : this.#known.filter(({ empty }) => !empty);
    this.#vertical.set(this.#rowOptions());
    this.#horizontal.set(this.#columnOptions());
    if (changed.has('rows') || changed.has('includes') || changed.has('allColumns')) this.#horizontal.list.measure();
  }

  override render(): TemplateResult {
    if (this.rows.length === 0) return html`<div class="nothing">${t('No rows.')}</div>`;
    const width = `${this.#horizontal.list.getTotalSize()}px`;
    return html`
      <div
        class="scroller"
        role="grid"
        tabindex="0"
        aria-label=${this.label}
        aria-rowcount=${this.rows.length + 1}
        aria-colcount=${this.#columns.length + 1}
        aria-activedescendant=${cellId(this.active)}
        @keydown=${this.#pressed}
      >
        <div class="grid" .style=${`height: ${this.#vertical.list.getTotalSize()}px; width: ${width}`}>
          ${this.#header(width)} ${this.#vertical.list.getVirtualItems().map(({ index, start }) => this.#row(index, start, width))}
        </div>
      </div>
      ${this.#details()}
    `;
  }

  #header(width: string): TemplateResult {
    return html`<div class="header" role="row" aria-rowindex="1" .style=${`width: ${width}`}>
      <div class="cell rowNumber" role="columnheader" aria-colindex="1" .style=${this.#numberStyle()}>#</div>
      ${this.#horizontal.list.getVirtualItems().map(({ index, start, size }) => {
        const key = this.#columns[index]?.key ?? '';
        return html`<div
          class="cell"
          role="columnheader"
          aria-colindex=${index + 2}
          title=${key}
          .style=${`left: ${start}px; width: ${size}px`}
        >${key === '' ? t('value') : key}<span
            class="grip"
            aria-hidden="true"
            @pointerdown=${(event: PointerEvent) => this.#drag(event, key, size)}
            @dblclick=${() => this.#resize(key, undefined)}
          ></span></div>`;
      })}
    </div>`;
  }

  #row(row: number, start: number, width: string): TemplateResult {
    return html`<div
      class="row ${row % 2 === 1 ? 'odd' : ''}"
      role="row"
      aria-rowindex=${row + 2}
      .style=${`transform: translateY(${start}px); width: ${width}`}
    ><div
        class="cell rowNumber"
        role="rowheader"
        aria-colindex="1"
        title=${t('Show the whole row')}
        .style=${this.#numberStyle()}
        @click=${() => this.#open({ row, column: -1 })}
      >${row + 1}</div>${this.#horizontal.list
        .getVirtualItems()
        .map(({ index, start: left, size }) => this.#cell({ row, column: index }, left, size))}</div>`;
  }

  #cell(place: Place, left: number, width: number): TemplateResult {
    const { kind, text, mark } = cellOf(this.#valueAt(place));
    const active = place.row === this.active.row && place.column === this.active.column;
    const nested = kind === 'object' || kind === 'list';
    return html`<div
      id=${cellId(place)}
      class="cell ${kind} ${active ? 'active' : ''}"
      role="gridcell"
      aria-colindex=${place.column + 2}
      aria-selected=${active}
      title=${text}
      .style=${`left: ${left}px; width: ${width}px`}
      @click=${() => {
        this.active = place;
        if (nested) this.#open(place);
      }}
      @dblclick=${() => this.#open(place)}
    >${mark === '' ? nothing : html`<span class="mark">${mark}</span>`}${text}</div>`;
  }

  #details(): TemplateResult | typeof nothing {
    if (this.opened === undefined) return nothing;
    const value = this.#valueAt(this.opened);
    const key = this.#columns[this.opened.column]?.key ?? '';
    const row = t('Row {0}', this.opened.row + 1);
    const title = key === '' ? row : `${row} › ${key}`;
    return html`<section class="details" aria-label=${title} @keydown=${this.#pressedInDetails}>
      <header>
        <h2>${title}</h2>
        <button class="link" @click=${() => post({ type: 'copy', text: copyOf(value) })}>${t('Copy')}</button>
        <button class="link" @click=${() => this.#close()}>${t('Close')}</button>
      </header>
      <swcriteria-json .content=${prettyJson(JSON.stringify(value) ?? '')} label=${title}></swcriteria-json>
    </section>`;
  }

  #valueAt({ row, column }: Place): unknown {
    return column < 0 ? this.rows[row] : valueIn(this.rows[row], this.#columns[column]?.key ?? '');
  }

  #open(place: Place): void {
    this.opened = place;
  }

  #close(): void {
    this.opened = undefined;
    this.#scroller()?.focus();
  }

  #pressed(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key === 'c' && getSelection()?.isCollapsed !== false) {
      post({ type: 'copy', text: copyOf(this.#valueAt(this.active)) });
      event.preventDefault();
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      this.#open(event.shiftKey ? { row: this.active.row, column: -1 } : this.active);
      event.preventDefault();
    } else if (event.key === 'Escape' && this.opened !== undefined) {
      this.#close();
    } else {
      this.#move(event);
    }
  }

  #pressedInDetails(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#close();
  }

  #move(event: KeyboardEvent): void {
    const height = this.#scroller()?.clientHeight ?? 0;
    const page = Math.max(1, Math.floor((height - headerHeight) / rowHeight) - 1);
    const last = { row: this.rows.length - 1, column: this.#columns.length - 1 };
    const next = moved(this.active, event.key, event.ctrlKey || event.metaKey, last, page);
    if (next === undefined) return;
    event.preventDefault();
    this.active = next;
    this.#vertical.list.scrollToIndex(next.row);
    this.#horizontal.list.scrollToIndex(next.column);
  }

  #drag(event: PointerEvent, key: string, width: number): void {
    const { target, clientX: from } = event;
    if (!(target instanceof HTMLElement)) return;
    event.preventDefault();
    target.setPointerCapture(event.pointerId);
    target.classList.add('dragged');
    const move = ({ clientX }: PointerEvent) => this.#resize(key, Math.max(minimalWidth, width + clientX - from));
    const end = () => {
      target.classList.remove('dragged');
      target.removeEventListener('pointermove', move);
      remember({ widths: this.#widths });
    };
    target.addEventListener('pointermove', move);
    target.addEventListener('lostpointercapture', end, { once: true });
  }

  /** Sets the width of a column; undefined is the one that fits. */
  #resize(key: string, width: number | undefined): void {
    const { [key]: _, ...others } = this.#widths;
    this.#widths = width === undefined ? others : { ...others, [key]: width };
    this.#horizontal.list.measure();
    this.requestUpdate();
  }

  #numberStyle(): string {
    return `width: ${this.#numberWidth()}px`;
  }

  #numberWidth(): number {
    return 24 + String(this.rows.length).length * 8;
  }

  #scroller(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('.scroller') ?? null;
  }

  #rowOptions(): VirtualOptions {
    return {
      count: this.rows.length,
      estimateSize: () => rowHeight,
      getScrollElement: () => this.#scroller(),
      paddingStart: headerHeight,
      scrollPaddingStart: headerHeight,
      overscan: 10,
    };
  }

  #columnOptions(): VirtualOptions {
    const before = this.#numberWidth();
    return {
      count: this.#columns.length,
      estimateSize: (index) => this.#widthOf(this.#columns[index]),
      getScrollElement: () => this.#scroller(),
      horizontal: true,
      paddingStart: before,
      scrollPaddingStart: before,
      overscan: 3,
    };
  }

  #widthOf(column: Column | undefined): number {
    return column === undefined ? 0 : (this.#widths[column.key] ?? column.width);
  }
}

function cellId({ row, column }: Place): string {
  return `cell-${row}-${column}`;
}

customElements.define('swcriteria-table', TableView);
