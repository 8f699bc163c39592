import type { TestEvidence } from '../evidence.ts'
import type { JudgedControl } from '../judge-control.ts'
import type { Report } from '../make-report.ts'
import { clauseSentence, exceptionSentence } from '../report-sentences.ts'
import {
  componentId,
  controlId,
  documentId,
  listOfControls,
  listOfControlsId,
  metadataOf,
  ownProperty,
  textOf,
  timeOf,
} from './oscal-parts.ts'

/** What the tests and the mutants showed, as OSCAL assessment results: one observation and one finding for each control. */
export const writeAssessmentResults = (report: Report): object => ({
  'assessment-results': {
    uuid: documentId('assessment results', report),
    metadata: metadataOf(`Evidence of the controls of ${report.product.name}`, report),
    'import-ap': {
      href: `#${listOfControlsId}`,
      remarks: 'There is no assessment plan. The plan is the list of controls, each with its tests and mutants.',
    },
    results: [
      {
        uuid: documentId('result', report),
        title: 'Tests, and mutants that they must notice',
        description:
          'A control is satisfied when each of its clauses has mutants that its tests noticed, and its tests passed, on exactly these files.',
        start: report.runs.map(({ at }) => at).toSorted()[0] ?? timeOf(report),
        ...(report.runs.length > 0 && { end: timeOf(report) }),
        props: [
          ownProperty('green', String(report.summary.green)),
          ownProperty('partly', String(report.summary.partly)),
          ownProperty('red', String(report.summary.red)),
          ...(report.commit === null ? [] : [ownProperty('commit', report.commit)]),
        ],
        'local-definitions': {
          components: [
            {
              uuid: componentId(report),
              type: 'software',
              title: report.product.name,
              description: 'The software that was tested.',
              status: { state: 'operational' },
            },
          ],
        },
        'reviewed-controls': {
          'control-selections': [
            { 'include-controls': report.controls.map((control) => ({ 'control-id': controlId(control) })) },
          ],
        },
        observations: report.controls.map((control) => observationOf(control, report)),
        findings: report.controls.map((control) => findingOf(control, report)),
      },
    ],
    'back-matter': { resources: [listOfControls(report)] },
  },
})

const observationId = ({ control }: JudgedControl, report: Report): string =>
  documentId(`observation ${control}`, report)

const observationOf = (control: JudgedControl, report: Report): object => ({
  uuid: observationId(control, report),
  title: `${control.control} ${control.title}`,
  description: observed(control),
  methods: ['TEST'],
  types: ['control-objective'],
  subjects: [{ 'subject-uuid': componentId(report), type: 'component' }],
  ...(control.tests.length > 0 && {
    'relevant-evidence': control.tests.map((test) => ({
      href: `https://github.com/visitkit/visitkit/blob/${report.commit ?? 'main'}/${test.file}`,
      description: testSentence(test),
    })),
  }),
  collected: timeOf(report),
})

const observed = ({ clauses, reasons }: JudgedControl): string =>
  [...clauses.map(clauseSentence), ...reasons].join('\n') || 'All of its tests passed.'

const testSentence = ({ name, result, run }: TestEvidence): string =>
  `${name === null ? 'Every test of the file' : `The tests named "${name}"`}: ${result}${run === null ? '' : `, run ${run}`}`

const findingOf = (control: JudgedControl, report: Report): object => ({
  uuid: documentId(`finding ${control.control}`, report),
  title: `${control.control} ${control.title}`,
  description: textOf(control),
  props: [ownProperty('evidence', control.color), ...control.rules.map((rule) => ownProperty('rule', rule))],
  target: {
    type: 'objective-id',
    'target-id': controlId(control),
    status: {
      state: control.color === 'green' ? 'satisfied' : 'not-satisfied',
      reason: control.color === 'green' ? 'pass' : control.color === 'partly' ? 'other' : 'fail',
      ...(remarksOf(control).length > 0 && { remarks: remarksOf(control).join('\n') }),
    },
    'implementation-status': { state: statusOf[control.status] },
  },
  'related-observations': [{ 'observation-uuid': observationId(control, report) }],
})

/** An exception satisfies nothing: it is a remark. */
const remarksOf = ({ reasons, exception }: JudgedControl): readonly string[] => [
  ...reasons,
  ...(exception === null ? [] : [exceptionSentence(exception)]),
]

const statusOf = { done: 'implemented', partly: 'partial', 'not yet': 'planned' } as const
