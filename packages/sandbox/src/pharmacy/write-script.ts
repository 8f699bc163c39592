import { XMLSerializer, type Element, type Node } from '@xmldom/xmldom'

/** The content of an element: text, elements, or nodes of a received message. */
export type Content = string | Node | null | readonly [name: string, content: Content] | readonly Content[]

export interface WrittenScript {
  readonly messageId: string
  readonly relatesToMessageId: string | null
  readonly from: { readonly qualifier: 'P' | 'M'; readonly id: string }
  readonly to: string
  readonly orderNumber: string | null
  readonly sentTime: Date
  readonly body: readonly [name: string, content: Content]
}

/** Copies a received element under another name: what was prescribed is what was dispensed. */
export const renameElement = (part: Element | null, name: string): Content => part && [name, [...part.childNodes]]

const isPair = (content: Content): content is readonly [string, Content] =>
  Array.isArray(content) && content.length === 2 && typeof content[0] === 'string'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character)

const serializer = new XMLSerializer()

/** As text, without a document of its own: a document for each message costs more than everything else that the network does. */
const textOf = (content: Content): string => {
  if (content === null) return ''
  if (typeof content === 'string') return escape(content)
  if (isPair(content)) return element(content[0], textOf(content[1]))
  if (Array.isArray(content)) return content.map((each: Content) => textOf(each)).join('')
  return serializer.serializeToString(content as Node)
}
const element = (name: string, inner: string): string => (inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`)
const party = (name: string, qualifier: string, id: string): string =>
  `<${name} Qualifier="${escape(qualifier)}">${escape(id)}</${name}>`

const versions = ['Datatypes', 'Transport', 'Transaction', 'Structures', 'ECL']
  .map((name) => ` ${name}Version="2023011"`)
  .join('')

export const writeScript = (message: WrittenScript): Uint8Array => {
  const header = [
    party('To', 'D', message.to),
    party('From', message.from.qualifier, message.from.id),
    textOf([
      ['MessageID', message.messageId],
      message.relatesToMessageId === null ? null : ['RelatesToMessageID', message.relatesToMessageId],
      ['SentTime', message.sentTime.toISOString()],
      [
        'SenderSoftware',
        [
          ['SenderSoftwareDeveloper', 'Sandbox'],
          ['SenderSoftwareProduct', 'Simulated pharmacy network'],
          ['SenderSoftwareVersionRelease', '1'],
        ],
      ],
      message.orderNumber === null ? null : ['PrescriberOrderNumber', message.orderNumber],
    ]),
  ].join('')
  const body = textOf(['Body', [message.body]])
  return new TextEncoder().encode(
    `<Message${versions} TransactionDomain="SCRIPT">${element('Header', header)}${body}</Message>`,
  )
}
