import { DOMParser, onErrorStopParsing, type Document, type Element } from '@xmldom/xmldom'
import { at, elementsOf, textAt } from './elements.ts'
import { parseDirections, type ReceivedDirections } from './read-directions.ts'

/** The part of a message that the sandbox uses. Parsed with another library than the server's, which verifies the server's writer. */
export interface ReceivedScript {
  readonly type: string
  readonly messageId: string
  readonly relatesToMessageId: string | null
  readonly from: string
  readonly to: string
  readonly orderNumber: string | null
  /** Its elements as received, to be repeated in messages about it. */
  readonly patient: Element | null
  readonly pharmacy: Element | null
  readonly prescriber: Element | null
  readonly medication: Element | null
  /** Of a response: its type, e.g. `ApprovedWithChanges`, and whether the request is granted. */
  readonly outcome: string | null
  readonly approved: boolean | null
  readonly refills: number
  readonly text: {
    readonly patientLastName: string | null
    readonly patientFirstName: string | null
    readonly drug: string | null
    readonly sig: string | null
    readonly note: string | null
    readonly quantity: string | null
    readonly quantityUnit: string | null
    readonly rxcui: string | null
    readonly denialReason: string | null
  }
  /** The structured directions; null when there is text only. */
  readonly directions: ReceivedDirections | null
}

const parse = (xml: string): Document => {
  if (/<!DOCTYPE/i.test(xml)) throw new Error('document type refused')
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml')
}

const grants = ['Approved', 'ApprovedWithChanges']
const medicationNames = ['MedicationPrescribed', 'MedicationDispensed', 'MedicationResponse']

/** Throws when it is not a SCRIPT message. */
export const readScript = (bytes: Uint8Array): ReceivedScript => {
  const root = parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).documentElement
  if (root?.localName !== 'Message' || root.getAttribute('TransactionDomain') !== 'SCRIPT')
    throw new Error('no SCRIPT message')
  const header = at(root, 'Header')
  const body = at(root, 'Body')
  const content = body && elementsOf(body)[0]
  const messageId = textAt(header, 'MessageID')
  if (!content || !messageId) throw new Error('no message id or no content')
  const medication = medicationNames.map((name) => at(content, name)).find((found) => found !== null) ?? null
  const patientName = at(content, 'Patient', 'HumanPatient', 'Name')
  const response = at(content, 'Response')
  const outcome = (response && elementsOf(response)[0]?.localName) ?? null
  return {
    type: content.localName ?? '',
    messageId,
    relatesToMessageId: textAt(header, 'RelatesToMessageID'),
    from: textAt(header, 'From') ?? '',
    to: textAt(header, 'To') ?? '',
    orderNumber: textAt(header, 'PrescriberOrderNumber'),
    patient: at(content, 'Patient'),
    pharmacy: at(content, 'Pharmacy'),
    prescriber: at(content, 'Prescriber'),
    medication,
    outcome,
    approved: outcome === null ? null : grants.includes(outcome),
    refills: Number(textAt(medication, 'NumberOfRefills') ?? 0),
    text: {
      patientLastName: textAt(patientName, 'LastName'),
      patientFirstName: textAt(patientName, 'FirstName'),
      drug: textAt(medication, 'DrugDescription'),
      sig: textAt(medication, 'Sig', 'SigText'),
      note: textAt(medication, 'Note'),
      quantity: textAt(medication, 'Quantity', 'Value'),
      quantityUnit: textAt(medication, 'Quantity', 'QuantityUnitOfMeasure', 'Code'),
      rxcui: textAt(medication, 'DrugCoded', 'DrugDBCode', 'Code'),
      denialReason: textAt(response, 'Denied', 'DenialReason'),
    },
    directions: parseDirections(at(medication, 'Sig')),
  }
}

/** The body of a Status, Verify or Error. */
export const readVerdict = (bytes: Uint8Array): { type: string; code: string; relatesTo: string | null } => {
  const root = parse(new TextDecoder().decode(bytes)).documentElement
  const body = at(root, 'Body')
  const content = (body && elementsOf(body)[0]) ?? null
  return {
    type: content?.localName ?? '',
    code: textAt(content, 'Code') ?? textAt(content, 'VerifyStatus', 'Code') ?? '',
    relatesTo: textAt(root, 'Header', 'RelatesToMessageID'),
  }
}
