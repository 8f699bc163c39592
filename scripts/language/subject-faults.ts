const longest = 72

/** Verbs whose plain form looks like another one. */
const plainForms = new Set(
  'bleed breed embed exceed feed heed need proceed seed shed speed spread succeed weed bring cling fling ping ring sing sling spring sting string swing wring alias bias canvas focus'.split(
    ' ',
  ),
)

/** The faults of a commit subject, which is `area: imperative`, at most 72 characters. Empty when it has none. */
export const subjectFaults = (subject: string): readonly string[] => {
  const faults: string[] = []
  if (subject.length > longest) faults.push(`it has ${subject.length} characters, and at most ${longest} are shown`)
  const [, verb] = /^[a-z][a-z0-9-]*: (\S+)/.exec(subject) ?? []
  if (verb === undefined)
    return [...faults, 'it does not begin with a lower-case area and a colon, as in "billing: fix ..."']
  const word = verb.replace(/[,;:]$/, '')
  if (!/^[a-z]/.test(word)) faults.push(`"${word}" does not begin with a small letter, as a verb does`)
  else if (!plainForms.has(word)) {
    if (/[a-z]ed$/.test(word))
      faults.push(`"${word}" describes what was done; describe what the commit does, as in "fix"`)
    else if (/[a-z]ing$/.test(word)) faults.push(`"${word}" is no imperative; write "fix", not "fixing"`)
    else if (/[a-z][^s]s$/.test(word)) faults.push(`"${word}" is no imperative; write "fix", not "fixes"`)
  }
  if (subject.endsWith('.')) faults.push('it ends with a full stop')
  return faults
}
