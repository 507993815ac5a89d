import { t } from '@vscode/l10n';
import type { JsonNode } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import type { Refusal } from '../shopware/refusal.ts';
import { placeOf } from './place.ts';
import type { Finding, PathSite, ServerFault } from './rule.ts';
import { type MeetingOptions, meetingOf } from './serverOrder.ts';
import { writtenPart } from './writtenPart.ts';

/** Marks a whole value. */
export function atNode(node: TypedNode): Pick<Finding, 'start' | 'end' | 'pointer'> {
  return { ...span(node.json), pointer: node.pointer };
}

/** Marks the key of an entry; the pointer is that of its value. */
export function atKey(node: TypedNode): Pick<Finding, 'start' | 'end' | 'pointer'> {
  return { ...span(node.keyNode ?? node.json), pointer: node.pointer };
}

/** Marks an object by its opening brace: what is wrong is that something is not in it. */
export function atOpening(node: TypedNode): Pick<Finding, 'start' | 'end' | 'pointer'> {
  return { start: node.json.offset, end: node.json.offset + 1, pointer: node.pointer };
}

/** Points to what makes something wrong, where that stands elsewhere; `name` is what the author calls it. */
export function becauseOf({ start, end }: Pick<Finding, 'start' | 'end'>, name: string): Pick<Finding, 'related'> {
  return { related: [{ message: t('Because of "{0}".', name), start, end }] };
}

/** Marks a part of a path, or the variables that it comes from. Escapes in the string make the whole of it be marked. */
export function atPart(site: PathSite, from: number, to: number): Pick<Finding, 'start' | 'end' | 'pointer'> {
  const { start, end } = writtenPart(site, from, to) ?? span(site.json);
  return { start, end, pointer: site.node.pointer };
}

/**
 * Where the server meets a fault that it does not find while parsing: in its stage, in the order of that stage.
 * Undefined where it never looks (an association to one row runs no SQL of its own, section 2.6).
 */
export function sqlFault(node: TypedNode, refusal: Refusal, more?: MeetingOptions): ServerFault | undefined {
  const place = placeOf(node, refusal.stage);
  if (!place) return undefined;
  const { stage, order } = meetingOf(node, place.stage, refusal, more);
  return { refusal: { ...refusal, ...place, stage }, order, unit: order, criteria: node.criteria.order };
}

/** What the shop answers to a fault; one that it never answers is only a warning. */
export function refusedBy(server: ServerFault | undefined): Pick<Finding, 'server' | 'severity'> {
  return server ? { server } : { severity: 'warning' };
}

/** Says that the shop does not look into a value. */
export function notRead({ json }: TypedNode): Pick<Finding, 'unread'> {
  return { unread: span(json) };
}

/** A fault that is thrown while the body is read. */
export function parseFault(node: TypedNode, refusal: Refusal): ServerFault {
  return { refusal, order: node.order, unit: node.order, criteria: node.criteria.order };
}

function span(json: JsonNode): { start: number; end: number } {
  return { start: json.offset, end: json.offset + json.length };
}
