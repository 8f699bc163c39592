import { readXml, XmlRefused } from '../xml/read-xml.ts'
import { childOf, childrenOf, ElementRepeated, type XmlElement } from '../xml/xml-element.ts'
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
  knownCodes,
  messageIdLength,
  type ScriptBody,
  type ScriptHeader,
  type ScriptMessage,
  type ScriptParty,
} from './script-message.ts'
import { ScriptUnreadable } from './script-unreadable.ts'

/**
 * Reads a message of another system. Ignores elements that this server does not use, because versions of the standard add some. Elements
 * that it uses are required, and occur once unless the standard repeats them: of two results the first is not the right one. Throws
 * `ScriptUnreadable`.
 */
export const readScriptMessage = (bytes: Uint8Array): ScriptMessage => {
  const root = rootOf(bytes)
  const header = namingMessage(null, () => headerFrom(required(root, 'Header')))
  return namingMessage(header.messageId, () => {
    const [content, ...others] = required(root, 'Body').children
    if (!content) throw new ScriptUnreadable('Body')
    if (others.length > 0) throw new ScriptUnreadable('Body', 'contradictory')
    return { header, body: bodyFrom(content) }
  })
}

/** Adds the id of the message to a fault in it. */
const namingMessage = <Read>(messageId: string | null, read: () => Read): Read => {
  try {
    return read()
  } catch (error) {
    if (error instanceof ElementRepeated) throw new ScriptUnreadable(error.element, 'contradictory', messageId)
    if (error instanceof ScriptUnreadable)
      throw new ScriptUnreadable(error.at, error.fault, messageId ?? error.messageId)
    throw error
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

/** `1` for a test, `0` for none. Anything else is not certainly real. */
const saysTest = (text: string | undefined): boolean => text !== undefined && !['', '0'].includes(text.trim())

const headerFrom = (header: XmlElement): ScriptHeader => {
  const messageId = requiredText(header, 'MessageID')
  if (messageId.length > messageIdLength) throw new ScriptUnreadable('MessageID')
  const software = childOf(header, 'SenderSoftware')
  const sentTime = requiredText(header, 'SentTime').trim()
  if (Number.isNaN(Date.parse(sentTime))) throw new ScriptUnreadable('SentTime', 'unreadable', messageId)
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
    ...(saysTest(optionalText(header, 'TestMessage')) && { isTest: true as const }),
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
        code: codeOf(content, knownCodes.Status),
        ...given('description', optionalText(content, 'Description')),
      }
    case 'Error':
      return {
        type,
        code: codeOf(content, knownCodes.Error),
        ...given('descriptionCode', optionalText(content, 'DescriptionCode')),
        ...given('description', optionalText(content, 'Description')),
      }
    case 'Verify': {
      const status = required(content, 'VerifyStatus')
      return {
        type,
        code: codeOf(status, knownCodes.Verify),
        ...given('description', optionalText(status, 'Description')),
      }
    }
    default:
      throw new ScriptUnreadable('Body')
  }
}

/** A code outside the standard's list says nothing that this server could rely on. */
const codeOf = (parent: XmlElement, known: readonly string[]): string => {
  const code = requiredText(parent, 'Code').trim()
  if (!known.includes(code)) throw new ScriptUnreadable('Code', 'unknown-code')
  return code
}

const fillIn = (content: XmlElement): Extract<ScriptBody, { type: 'RxFill' }>['fill'] => {
  const [reported, ...others] = required(content, 'FillStatus').children
  const status = fillStatuses.find((each) => each === reported?.name)
  if (others.length > 0) throw new ScriptUnreadable('FillStatus', 'contradictory')
  if (!reported || !status) throw new ScriptUnreadable('FillStatus')
  return {
    status,
    ...given('reasonCode', optionalText(reported, 'ReasonCode')),
    ...given('note', optionalText(reported, 'Note')),
  }
}
