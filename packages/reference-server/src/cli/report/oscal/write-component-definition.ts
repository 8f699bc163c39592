import type { JudgedControl } from '../judge-control.ts'
import type { Report } from '../make-report.ts'
import { deriveUuid } from './derive-uuid.ts'
import {
  componentId,
  controlId,
  documentId,
  listOfControls,
  listOfControlsId,
  metadataOf,
  ownProperty,
  textOf,
} from './oscal-parts.ts'

/** What the software says of itself, as an OSCAL component definition. */
export const writeComponentDefinition = (report: Report): object => ({
  'component-definition': {
    uuid: documentId('component definition', report),
    metadata: metadataOf(`Controls of ${report.product.name}`, report),
    components: [
      {
        uuid: componentId(report),
        type: 'software',
        title: report.product.name,
        description: 'A server for telehealth visits that are embedded in the portal of a health system.',
        props: [{ name: 'version', value: report.product.version }],
        'control-implementations': [
          {
            uuid: deriveUuid('control implementation', report.product.name),
            source: `#${listOfControlsId}`,
            description: 'What the software does for each control, and what is missing.',
            'implemented-requirements': report.controls.map((control) => requirementOf(control, report)),
          },
        ],
      },
    ],
    'back-matter': { resources: [listOfControls(report)] },
  },
})

const statusOf = { done: 'implemented', partly: 'partial', 'not yet': 'planned' } as const

const requirementOf = (control: JudgedControl, report: Report): object => ({
  uuid: deriveUuid('requirement', report.product.name, control.control),
  'control-id': controlId(control),
  description: textOf(control),
  props: [
    { name: 'implementation-status', value: statusOf[control.status] },
    ownProperty('title', control.title),
    ownProperty('evidence', control.color),
    ...control.rules.map((rule) => ownProperty('rule', rule)),
    ...control.clauses.map(({ clause }) => ownProperty('clause', clause)),
  ],
  ...(control.reasons.length > 0 && { remarks: control.reasons.join('\n') }),
})
