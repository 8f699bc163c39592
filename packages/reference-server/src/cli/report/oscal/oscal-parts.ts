import type { Report } from '../make-report.ts'
import type { JudgedControl } from '../judge-control.ts'
import { deriveUuid } from './derive-uuid.ts'

/** The version of NIST's models that the documents follow: https://pages.nist.gov/OSCAL/. */
export const oscalVersion = '1.1.3'

/** Of the properties that are ours and not of OSCAL. */
const ownNamespace = 'https://github.com/visitkit/visitkit/ns/oscal'

export interface Property {
  readonly name: string
  readonly ns?: string
  readonly value: string
}

/** OSCAL requires values without a line break and without spaces at their ends. */
export const ownProperty = (name: string, value: string): Property => ({
  name,
  ns: ownNamespace,
  value: value.replaceAll(/\s+/g, ' ').trim(),
})

/** The name by which OSCAL refers to a control: a token. */
export const controlId = ({ control }: JudgedControl): string => control.toLowerCase()

/** OSCAL requires a time. A report without a run and without a commit has none. */
const noTime = '1970-01-01T00:00:00Z'
export const timeOf = ({ asOf }: Report): string => asOf ?? noTime

const revisionOf = ({ product, commit }: Report): string =>
  `${product.version}${commit === null ? '' : ` (${commit.slice(0, 10)})`}`

/** What identifies a document, and changes with all that it says. */
export const documentId = (kind: string, report: Report): string => deriveUuid(kind, JSON.stringify(report))

export const metadataOf = (title: string, report: Report): object => ({
  title,
  'last-modified': timeOf(report),
  version: revisionOf(report),
  'oscal-version': oscalVersion,
  remarks:
    'Visitkit provides capabilities. The organization that deploys it is responsible for its own compliance. Nothing here is a certificate.',
})

/** The list of controls. It is no catalog of NIST, so the document has it as a resource. */
export const listOfControlsId = deriveUuid('the list of controls')

export const listOfControls = ({ controls }: Report): object => ({
  uuid: listOfControlsId,
  title: 'The sixty controls of Visitkit',
  description: controls
    .map(({ control, title, rules }) => `${control} ${title}${rules.length > 0 ? `: ${rules.join('; ')}` : ''}`)
    .join('\n'),
  rlinks: [
    {
      href: 'https://github.com/visitkit/visitkit/blob/main/docs/compliance/what-is-enforced.md',
      'media-type': 'text/markdown',
    },
  ],
})

export const textOf = ({ text, title }: JudgedControl): string => text || `${title}: there is nothing yet.`

/** The component that both documents name. */
export const componentId = ({ product }: Report): string => deriveUuid('component', product.name)
