import type { Group, TransactionSet } from './read-group.ts'
import type { Interchange } from './read-interchange.ts'
import type { Segment } from './segment.ts'

const write = ({ delimiters }: Interchange, segments: readonly Segment[]): string =>
  segments
    .map(
      ({ tag, elements }) =>
        [tag, ...elements.map((each) => (typeof each === 'string' ? each : each.join(delimiters.component)))].join(
          delimiters.element,
        ) + delimiters.segment,
    )
    .join('')

const close = (tag: string, ...elements: readonly string[]): Segment => ({ tag, elements })
const endOf = ({ header }: Interchange, groups: number): Segment =>
  close('IEA', String(groups), String(header.elements[12]))

/** One TA1, or transactions, of an interchange, in an envelope of their own: an interchange that says nothing else. */
export const writeAlone = (
  interchange: Interchange,
  content: Segment | { readonly group: Group; readonly sets: readonly TransactionSet[] },
): string => {
  if ('tag' in content) return write(interchange, [interchange.header, content, endOf(interchange, 0)])
  const { group, sets } = content
  return write(interchange, [
    interchange.header,
    group.header,
    // A faulty end stays as it is, so that the text has the same fault when it is read again.
    ...sets.flatMap(({ header, segments, closing }) => [header, ...segments, ...(closing ? [closing] : [])]),
    close('GE', String(sets.length), String(group.header.elements[5])),
    endOf(interchange, 1),
  ])
}

/** A group as it is, or its envelope alone, without the sets. */
export const writeGroup = (
  interchange: Interchange,
  group: Group,
  { isEmpty }: { readonly isEmpty: boolean },
): string =>
  write(interchange, [
    interchange.header,
    group.header,
    ...(isEmpty ? [] : group.segments),
    ...(group.closing ? [group.closing] : []),
    endOf(interchange, 1),
  ])

/** The envelope of an interchange, without the groups. */
export const writeEnvelope = (interchange: Interchange): string =>
  write(interchange, [interchange.header, interchange.closing])
