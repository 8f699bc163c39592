import {
  clauseSentence,
  controlsByColor,
  exceptionSentence,
  headline,
  runSentences,
  summarySentences,
} from './report-sentences.ts'
import type { Report } from './make-report.ts'

/** For a terminal. */
export const writeReportText = (report: Report): string =>
  [
    headline(report),
    '',
    ...summarySentences(report),
    '',
    ...runSentences(report),
    '',
    ...controlsByColor(report).map(([color, codes]) => `${color.padEnd(7)} ${codes.join(' ') || 'none'}`),
    '',
    ...report.controls.flatMap((control) => [
      `${control.color.toUpperCase().padEnd(7)} ${control.control} ${control.title}${control.rules.length > 0 ? ` (${control.rules.join('; ')})` : ''}`,
      ...(control.text === '' ? [] : [`          ${control.text}`]),
      ...control.clauses.map((clause) => `        - ${clauseSentence(clause)}`),
      ...control.reasons.map((reason) => `        ! ${reason}`),
      ...(control.exception === null ? [] : [`        ~ ${exceptionSentence(control.exception)}`]),
    ]),
    '',
  ].join('\n')
