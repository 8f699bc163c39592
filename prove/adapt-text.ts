import { alignTokens, tokensOf, type Token } from './align-tokens.ts'

/** Two versions of a file, and which token of the one corresponds to which of the other. */
export interface Alignment {
  readonly before: string
  readonly after: string
  /** The part of `after` that corresponds to `text`, which `before` has once; null when it was removed or split. */
  spanOf(text: string): { readonly from: number; readonly to: number } | null
  /** The new form of each name that has changed. */
  readonly renamed: ReadonlyMap<string, string>
}

export const alignFiles = (before: string, after: string): Alignment | null => {
  const [old, now] = [tokensOf(before), tokensOf(after)]
  const partners = alignTokens(old, now)
  if (partners === null) return null
  const spanOf: Alignment['spanOf'] = (text) => {
    const begin = before.indexOf(text)
    if (begin < 0 || before.includes(text, begin + 1)) return null
    const inner = text.trim()
    const from = begin + text.indexOf(inner)
    const to = from + inner.length
    const inside = old.flatMap((token, index) => (endOf(token) > from && token.at < to ? [{ token, index }] : []))
    const [first, last] = [inside[0], inside.at(-1)]
    const [start, stop] = [first, last].map((each) => each && now[partners[each.index] ?? -1])
    if (!first || !last || !start || !stop || stop.at < start.at) return null
    // A text that begins or ends inside a name can only match when that name is unchanged.
    const cutsFirst = first.token.at < from
    const cutsLast = endOf(last.token) > to
    if ((cutsFirst && start.text !== first.token.text) || (cutsLast && stop.text !== last.token.text)) return null
    const [left, right] = [start.at + from - first.token.at, endOf(stop) - (endOf(last.token) - to)]
    return {
      from: cutsFirst ? left : start.at - spaceBefore(after, start.at, text.length - text.trimStart().length),
      to: cutsLast ? right : endOf(stop) + spaceAfter(after, endOf(stop), text.length - text.trimEnd().length),
    }
  }
  return { before, after, spanOf, renamed: renamedIn(old, now, partners) }
}

const endOf = ({ text, at }: Token): number => at + text.length
const spaceBefore = (text: string, at: number, most: number): number => {
  const near = text.slice(Math.max(0, at - most), at)
  return near.length - near.trimEnd().length
}
const spaceAfter = (text: string, at: number, most: number): number => {
  const near = text.slice(at, at + most)
  return near.length - near.trimStart().length
}

const renamedIn = (
  old: readonly Token[],
  now: readonly Token[],
  partners: readonly (number | null)[],
): ReadonlyMap<string, string> => {
  const left = new Set(now.map(({ text }) => text))
  const counts = new Map<string, Map<string, number>>()
  for (const [index, { text }] of old.entries()) {
    const to = now[partners[index] ?? -1]?.text
    if (to === undefined || to === text || left.has(text) || !/^[\p{L}_$]/u.test(text)) continue
    const known = counts.get(text) ?? new Map<string, number>()
    counts.set(text, known.set(to, (known.get(to) ?? 0) + 1))
  }
  return new Map([...counts].map(([from, to]) => [from, [...to].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? from]))
}

/** `text` with its names in their new form. */
export const renameIn = (text: string, renamed: ReadonlyMap<string, string>): string =>
  text.replaceAll(/[\p{L}_$][\p{L}\d_$]*/gu, (name) => renamed.get(name) ?? name)

export interface Change {
  readonly find: string
  readonly replace: string
}

const longestAddition = 120

/** The change of a mutant for the file as it is now; null when it cannot be determined. */
export const adaptChange = (
  { before, after, spanOf, renamed }: Alignment,
  { find, replace }: Change,
  renamedElsewhere: ReadonlyMap<string, string>,
): Change | null => {
  const span = spanOf(find)
  if (span === null || span.to <= span.from) return null
  // The common part, extended until it is unique in the file.
  let { from } = span
  const isOnce = (): boolean => after.split(after.slice(from, span.to)).length === 2
  while (!isOnce() && from > 0 && span.from - from < longestAddition) from--
  if (!isOnce() || before === after) return null
  // A name that this file still has means here what it meant.
  const kept = new Set(tokensOf(after).map(({ text }) => text))
  const words = new Map([...[...renamedElsewhere].filter(([from]) => !kept.has(from)), ...renamed])
  const found = after.slice(from, span.to)
  const changed = after.slice(from, span.from) + renameIn(replace, words)
  return found === changed ? null : { find: found, replace: changed }
}
