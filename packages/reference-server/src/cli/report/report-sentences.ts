import type { ClauseEvidence, ControlException } from './evidence.ts'
import type { Color, JudgedControl } from './judge-control.ts'
import type { Report } from './make-report.ts'

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

export const headline = ({ product, commit, asOf }: Report): string =>
  `${product.name} ${product.version}, ${commit === null ? 'commit unknown' : `commit ${commit}`}${asOf === null ? '' : `, as of ${asOf}`}`

export const summarySentences = ({ summary, uncommitted, controls }: Report): readonly string[] => {
  const count = (status: JudgedControl['status']): number => controls.filter((each) => each.status === status).length
  return [
    `${plural(summary.controls, 'control')}: ${summary.green} green, ${summary.partly} partly, ${summary.red} red.`,
    'Green: each clause has mutants that its tests noticed, and its tests passed, all of it on exactly these files. What is unknown, failed or of older files is red.',
    `The page of controls calls ${count('done')} done, ${count('partly')} partly and ${count('not yet')} not yet. Of those called done, ${summary.seenRed} had a red mutant for each clause in the last runs, whichever files those were of.`,
    ...(summary.excepted > 0
      ? [
          `${plural(summary.excepted, 'control')} without green ${summary.excepted === 1 ? 'has' : 'have'} an exception, which permits a release until its day and makes nothing green.`,
        ]
      : []),
    ...(uncommitted > 0
      ? [`Files that differ from the commit: ${uncommitted}. Results of the commit do not count.`]
      : []),
    'Visitkit provides capabilities. The organization that deploys it is responsible for its own compliance. Nothing here is a certificate.',
  ]
}

/** `Exception until 2027-03-31, by the release manager: the form waits for its translation.` */
export const exceptionSentence = ({ owner, reason, expires }: ControlException): string =>
  `Exception until ${expires}, by ${owner}: ${reason}`

/** The controls of each color, in their order. */
export const controlsByColor = ({ controls }: Report): readonly (readonly [Color, readonly string[]])[] =>
  (['green', 'partly', 'red'] as const).map((color) => [
    color,
    controls.filter((each) => each.color === color).map(({ control }) => control),
  ])

export const runSentences = ({ runs }: Report): readonly string[] =>
  runs.length === 0
    ? ['No run of the tests is recorded.']
    : runs.map(
        ({ id, project, commit, at, uncommitted, changedSince }) =>
          `Run ${id}: ${project}, ${at}, commit ${commit}${uncommitted > 0 ? `, ${plural(uncommitted, 'file')} not committed` : ''}${changedSince === null ? ', not in this repository' : changedSince > 0 ? `, ${plural(changedSince, 'file')} changed since` : ''}.`,
      )

export const clauseSentence = ({ clause, mutants }: ClauseEvidence): string => {
  const red = mutants.filter(({ outcome }) => outcome === 'red').length
  return `${clause}: ${mutants.length === 0 ? 'no mutant' : `${red} of ${plural(mutants.length, 'mutant')} seen red`}`
}
