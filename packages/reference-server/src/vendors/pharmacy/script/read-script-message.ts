import { readXml, XmlRefused } from '../xml/read-xml.ts'
import { childOf, childrenOf, type XmlElement } from '../xml/xml-element.ts'
import { medicationElementOf } from './medication-name-of.ts'
import {
  cancelResponseIn,
  given,
  medicationFrom,
  optionalText,
  required,
  requiredText,
  responseIn,
  subjectIn,
} from './read-parts.ts'
import {
  fillStatuses,
  messageIdLength,
  type ScriptBody,
  type ScriptHeader,
  type ScriptMessage,
  type ScriptParty,
} from './script-message.ts'
import { ScriptUnreadable } from './script-unreadable.ts'

/**
 * Reads a message of another system. Ignores elements that this server does not use, because versions of the standard add some. Elements
 * that it uses are required. Throws `ScriptUnreadable`.
 */
export const readScriptMessage = (bytes: Uint8Array): ScriptMessage => {
  const root = rootOf(bytes)
  const header = headerFrom(required(root, 'Header'))
  try {
    const [content, ...others] = required(root, 'Body').children
    if (!content || others.length > 0) throw new ScriptUnreadable('Body')
    return { header, body: bodyFrom(content) }
  } catch (error) {
    throw error instanceof ScriptUnreadable ? new ScriptUnreadable(error.at, header.messageId) : error
  }
}

const rootOf = (bytes: Uint8Array): XmlElement => {
  try {
    const root = readXml(bytes)
    if (root.name !== 'Message') throw new ScriptUnreadable('Message')
    return root
  } catch (error) {
    throw error instanceof XmlRefused ? new ScriptUnreadable(`document (${error.fault})`) : error
  }
}

const partyIn = (header: XmlElement, name: 'To' | 'From'): ScriptParty => {
  const id = requiredText(header, name)
  const qualifier = childOf(header, name)?.attributes['Qualifier']
  if (qualifier !== 'P' && qualifier !== 'D' && qualifier !== 'M') throw new ScriptUnreadable(name)
  return { qualifier, id }
}

const headerFrom = (header: XmlElement): ScriptHeader => {
  const messageId = requiredText(header, 'MessageID')
  if (messageId.length > messageIdLength) throw new ScriptUnreadable('MessageID')
  const software = childOf(header, 'SenderSoftware')
  const sentTime = requiredText(header, 'SentTime').trim()
  if (Number.isNaN(Date.parse(sentTime))) throw new ScriptUnreadable('SentTime', messageId)
  return {
    to: partyIn(header, 'To'),
    from: partyIn(header, 'From'),
    messageId,
    ...given('relatesToMessageId', optionalText(header, 'RelatesToMessageID')),
    sentTime,
    senderSoftware: {
      developer: optionalText(software, 'SenderSoftwareDeveloper') ?? '',
      product: optionalText(software, 'SenderSoftwareProduct') ?? '',
      version: optionalText(software, 'SenderSoftwareVersionRelease') ?? '',
    },
    ...given('rxReferenceNumber', optionalText(header, 'RxReferenceNumber')),
    ...given('prescriberOrderNumber', optionalText(header, 'PrescriberOrderNumber')),
  }
}

const bodyFrom = (content: XmlElement): ScriptBody => {
  const type = content.name
  const subject = () => subjectIn(content, medicationElementOf[type as ScriptBody['type']] ?? '')
  switch (type) {
    case 'NewRx':
    case 'RxRenewalRequest':
    case 'CancelRx':
      return { type, ...subject() }
    case 'RxChangeRequest':
      return {
        type,
        requestCode: requiredText(content, 'MessageRequestCode'),
        ...subject(),
        requested: childrenOf(content, 'MedicationRequested').map(medicationFrom),
      }
    case 'RxChangeResponse':
    case 'RxRenewalResponse':
      return { type, response: responseIn(content), ...subject() }
    case 'CancelRxResponse':
      return { type, response: cancelResponseIn(content) }
    case 'RxFill':
      return { type, fill: fillIn(content), ...subject() }
    case 'Status':
      return {
        type,
        code: requiredText(content, 'Code'),
        ...given('description', optionalText(content, 'Description')),
      }
    case 'Error':
      return {
        type,
        code: requiredText(content, 'Code'),
        ...given('descriptionCode', optionalText(content, 'DescriptionCode')),
        ...given('description', optionalText(content, 'Description')),
      }
    case 'Verify': {
      const status = required(content, 'VerifyStatus')
      return { type, code: requiredText(status, 'Code'), ...given('description', optionalText(status, 'Description')) }
    }
    default:
      throw new ScriptUnreadable('Body')
  }
}

const fillIn = (content: XmlElement): Extract<ScriptBody, { type: 'RxFill' }>['fill'] => {
  const [reported, ...others] = required(content, 'FillStatus').children
  const status = fillStatuses.find((each) => each === reported?.name)
  if (!reported || !status || others.length > 0) throw new ScriptUnreadable('FillStatus')
  return {
    status,
    ...given('reasonCode', optionalText(reported, 'ReasonCode')),
    ...given('note', optionalText(reported, 'Note')),
  }
}
