import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a virtual list needs to know. */
export type VirtualOptions = Pick<
  VirtualizerOptions<HTMLElement, HTMLElement>,
  'count' | 'estimateSize' | 'getScrollElement'
> &
  Partial<
    Pick<
      VirtualizerOptions<HTMLElement, HTMLElement>,
      'horizontal' | 'paddingStart' | 'scrollPaddingStart' | 'overscan'
    >
  >;

/** Connects a virtualizer with the life of a Lit element, which draws again when what is visible changes. */
export class Virtual implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly list: Virtualizer<HTMLElement, HTMLElement>;
  #cleanup: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, options: VirtualOptions) {
    this.#host = host;
    this.list = new Virtualizer(this.#complete(options));
    host.addController(this);
  }

  /** Replaces the options; drawn with the next update. */
  set(options: VirtualOptions): void {
    this.list.setOptions(this.#complete(options));
  }

  hostConnected(): void {
    this.#cleanup = this.list._didMount();
  }

  hostUpdated(): void {
    this.list._willUpdate();
  }

  hostDisconnected(): void {
    this.#cleanup?.();
  }

  #complete(options: VirtualOptions): VirtualizerOptions<HTMLElement, HTMLElement> {
    return {
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.#host.requestUpdate(),
      overscan: 6,
      ...options,
    };
  }
}
