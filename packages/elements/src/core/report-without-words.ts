const reported = new Set<string>()

/**
 * Logs once per page, for its developer, that the server sent a code without a text in this version of the elements. The code is left out:
 * some codes reveal something about a patient's health, and console logs are collected.
 * @param vocabulary - Bundle and prefix of the key, e.g. `audit-log.thing`.
 */
export const reportWithoutWords = (vocabulary: string): void => {
  if (reported.has(vocabulary)) return
  reported.add(vocabulary)
  console.warn(
    `Visitkit: the server sent a code that has no words here (${vocabulary}_*): it is newer than these elements. Update @visitkit/elements.`,
  )
}
