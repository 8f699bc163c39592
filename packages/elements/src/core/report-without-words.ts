const reported = new Set<string>()

/**
 * Says once per page, to its developer, that the server has sent a code for which this version of the elements has no words. Which one is
 * left out: some codes say something about a patient's health, and consoles are collected.
 * @param vocabulary bundle and first part of the key, e.g. `audit-log.thing`.
 */
export const reportWithoutWords = (vocabulary: string): void => {
  if (reported.has(vocabulary)) return
  reported.add(vocabulary)
  console.warn(
    `Visitkit: the server sent a code that has no words here (${vocabulary}_*): it is newer than these elements. Update @visitkit/elements.`,
  )
}
