import type { Hover, HoverParams } from 'vscode-languageserver';
import { hover } from '../features/hover/hover.ts';
import { plainText } from './markup.ts';
import type { Session } from './session.ts';

export function serveHover(session: Session): void {
  session.connection.onHover(
    session.onDocument<HoverParams, Hover | null>('Hover', null, ({ analysis, positions, client }, { position }) => {
      const found = hover(analysis, positions.offset(position));
      if (!found) return null;
      const value = client.markdown ? found.markdown : plainText(found.markdown);
      return {
        contents: { kind: client.markdown ? 'markdown' : 'plaintext', value },
        range: positions.range(found.start, found.end),
      };
    }),
  );
}
