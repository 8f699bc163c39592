import type { NoteDraft } from './note-draft.ts'

/** `section:<code>`, `vitals`, or `coding`: diagnoses and the services that refer to them, which belong together. */
export type DraftPart = `section:${string}` | 'vitals' | 'coding'

/** The side of a part to keep. `both` is for texts: theirs below mine. */
export type Side = 'mine' | 'theirs' | 'both'

const partsOf = (...drafts: readonly NoteDraft[]): DraftPart[] => [
  ...new Set(drafts.flatMap(({ sections }) => [...sections.keys()].map((code): DraftPart => `section:${code}`))),
  'vitals',
  'coding',
]

const valueOf = (draft: NoteDraft, part: DraftPart): string => {
  if (part === 'vitals') return JSON.stringify(draft.vitals)
  if (part === 'coding') return JSON.stringify([draft.diagnoses.map(({ code }) => code), draft.services])
  return draft.sections.get(part.slice('section:'.length)) ?? ''
}

/** Takes one part from one side. */
const takePart = (draft: NoteDraft, part: DraftPart, mine: NoteDraft, theirs: NoteDraft, side: Side): NoteDraft => {
  const from = side === 'theirs' ? theirs : mine
  if (part === 'vitals') return { ...draft, vitals: from.vitals }
  if (part === 'coding') return { ...draft, diagnoses: from.diagnoses, services: from.services }
  const text = side === 'both' ? `${valueOf(mine, part)}\n\n${valueOf(theirs, part)}` : valueOf(from, part)
  const code = part.slice('section:'.length)
  const origin = from.copied.get(code) ?? (side === 'both' ? theirs.copied.get(code) : undefined)
  const others = [...draft.copied].filter(([other]) => other !== code)
  return {
    ...draft,
    sections: new Map(draft.sections).set(code, text),
    copied: new Map([...others, ...(origin ? [[code, origin] as const] : [])]),
  }
}

/**
 * Merges two drafts with the same `base`. A part that only one side changed is taken from that side. A part that both changed differently
 * is in `conflicts`, with my version until a person decides.
 */
export const mergeDrafts = (
  base: NoteDraft,
  mine: NoteDraft,
  theirs: NoteDraft,
): { readonly merged: NoteDraft; readonly conflicts: readonly DraftPart[] } => {
  const conflicts: DraftPart[] = []
  let merged: NoteDraft = {
    ...mine,
    templateCode: mine.templateCode === base.templateCode ? theirs.templateCode : mine.templateCode,
  }
  for (const part of partsOf(base, mine, theirs)) {
    const [was, here, there] = [valueOf(base, part), valueOf(mine, part), valueOf(theirs, part)]
    if (here === there || there === was) continue
    if (here === was) merged = takePart(merged, part, mine, theirs, 'theirs')
    else conflicts.push(part)
  }
  return { merged, conflicts }
}

/** The draft after a person decided each conflict. */
export const resolveConflicts = (
  merged: NoteDraft,
  theirs: NoteDraft,
  sides: ReadonlyMap<DraftPart, Side>,
): NoteDraft => [...sides].reduce((draft, [part, side]) => takePart(draft, part, merged, theirs, side), merged)
