import type { Group, Interchange, TransactionSet } from './read-interchange.ts'
import type { Segment } from './segment.ts'

/** One transaction, or one TA1, of an interchange, in an envelope of its own: a valid interchange that says nothing else. */
export const writeAlone = (
  { header, delimiters }: Interchange,
  content: Segment | { readonly group: Group; readonly set: TransactionSet },
): string => {
  const write = ({ tag, elements }: Segment): string =>
    [tag, ...elements.map((each) => (typeof each === 'string' ? each : each.join(delimiters.component)))].join(
      delimiters.element,
    ) + delimiters.segment
  const close = (tag: string, ...elements: readonly string[]): Segment => ({ tag, elements })
  const control = String(header.elements[12])
  if ('tag' in content) return [header, content, close('IEA', '0', control)].map(write).join('')
  const { group, set } = content
  return [
    ...[header, group.header, set.header, ...set.segments],
    close('SE', String(set.segments.length + 2), set.controlNumber),
    close('GE', '1', String(group.header.elements[5])),
    close('IEA', '1', control),
  ]
    .map(write)
    .join('')
}
