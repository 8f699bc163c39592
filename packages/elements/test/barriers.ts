import axe from 'axe-core'

export const wcagRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Dark mode differs from light mode only in its colors. */
export const colorRules = ['color-contrast', 'link-in-text-block']

/** What axe finds, in words. */
export const barriers = async (rules: string[]): Promise<string[]> => {
  // The other results are not described: that takes a quarter of the time.
  const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] })
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join('\n')}`,
  )
}
