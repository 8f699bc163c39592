import { writeXml } from '../xml/write-xml.ts'
import { element, optionalElement, type XmlElement } from '../xml/xml-element.ts'
import { medicationElementOf } from './medication-name-of.ts'
import {
  messageIdLength,
  scriptVersion,
  type ScriptBody,
  type ScriptHeader,
  type ScriptMessage,
} from './script-message.ts'
import { medicationElement, responseElement, subjectElements } from './write-parts.ts'

/** Serializes a message. The same message gives the same bytes, so that a repeat is identical. */
export const writeScriptMessage = ({ header, body }: ScriptMessage): Uint8Array =>
  writeXml(
    element('Message', [headerElement(header), element('Body', [bodyElement(body)])], {
      DatatypesVersion: scriptVersion,
      TransportVersion: scriptVersion,
      TransactionDomain: 'SCRIPT',
      TransactionVersion: scriptVersion,
      StructuresVersion: scriptVersion,
      ECLVersion: scriptVersion,
    }),
  )

const headerElement = (header: ScriptHeader): XmlElement => {
  if (header.messageId === '' || header.messageId.length > messageIdLength)
    throw new Error(`A message id has 1 to ${messageIdLength} characters.`)
  return element('Header', [
    element('To', header.to.id, { Qualifier: header.to.qualifier }),
    element('From', header.from.id, { Qualifier: header.from.qualifier }),
    element('MessageID', header.messageId),
    optionalElement('RelatesToMessageID', header.relatesToMessageId),
    element('SentTime', header.sentTime),
    element('SenderSoftware', [
      element('SenderSoftwareDeveloper', header.senderSoftware.developer),
      element('SenderSoftwareProduct', header.senderSoftware.product),
      element('SenderSoftwareVersionRelease', header.senderSoftware.version),
    ]),
    optionalElement('RxReferenceNumber', header.rxReferenceNumber),
    optionalElement('PrescriberOrderNumber', header.prescriberOrderNumber),
  ])
}

const bodyElement = (body: ScriptBody): XmlElement => {
  const subject = 'patient' in body ? subjectElements(body, medicationElementOf[body.type] ?? '') : []
  switch (body.type) {
    case 'NewRx':
    case 'RxRenewalRequest':
    case 'CancelRx':
      return element(body.type, subject)
    case 'RxChangeRequest':
      return element(body.type, [
        element('MessageRequestCode', body.requestCode),
        ...subject,
        ...body.requested.map((each) => medicationElement('MedicationRequested', each)),
      ])
    case 'RxChangeResponse':
    case 'RxRenewalResponse':
      return element(body.type, [responseElement(body.response), ...subject])
    case 'CancelRxResponse':
      return element(body.type, [responseElement(body.response)])
    case 'RxFill':
      return element(body.type, [
        element('FillStatus', [
          element(body.fill.status, [
            optionalElement('ReasonCode', body.fill.reasonCode),
            optionalElement('Note', body.fill.note),
          ]),
        ]),
        ...subject,
      ])
    case 'Status':
      return element('Status', [element('Code', body.code), optionalElement('Description', body.description)])
    case 'Error':
      return element('Error', [
        element('Code', body.code),
        optionalElement('DescriptionCode', body.descriptionCode),
        optionalElement('Description', body.description),
      ])
    case 'Verify':
      return element('Verify', [
        element('VerifyStatus', [element('Code', body.code), optionalElement('Description', body.description)]),
      ])
  }
}
