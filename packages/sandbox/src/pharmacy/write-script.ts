import { DOMImplementation, XMLSerializer, type Element } from '@xmldom/xmldom'

/** The content of an element: text, elements, or elements of a received message. */
export type Content = string | Element | null | readonly [name: string, content: Content] | readonly Content[]

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
export const renameElement = (part: Element | null, name: string): Content => {
  const document = part?.ownerDocument
  if (!part || !document) return null
  const copy = document.createElement(name)
  for (const child of [...part.childNodes]) copy.appendChild(child.cloneNode(true))
  return copy
}

const isPair = (content: Content): content is readonly [string, Content] =>
  Array.isArray(content) && content.length === 2 && typeof content[0] === 'string'

export const writeScript = (message: WrittenScript): Uint8Array => {
  const document = new DOMImplementation().createDocument(null, 'Message', null)
  const root = document.documentElement
  if (!root) throw new Error('a document has a root')
  for (const name of ['Datatypes', 'Transport', 'Transaction', 'Structures', 'ECL'])
    root.setAttribute(`${name}Version`, '2023011')
  root.setAttribute('TransactionDomain', 'SCRIPT')
  const append = (parent: Element, content: Content): void => {
    if (content === null) return
    if (typeof content === 'string') return void parent.appendChild(document.createTextNode(content))
    if (isPair(content)) {
      const child = document.createElement(content[0])
      append(child, content[1])
      return void parent.appendChild(child)
    }
    if (Array.isArray(content)) return content.forEach((each: Content) => append(parent, each))
    parent.appendChild(document.importNode(content as Element, true))
  }
  const party = (name: string, qualifier: string, id: string): Element => {
    const element = document.createElement(name)
    element.setAttribute('Qualifier', qualifier)
    element.appendChild(document.createTextNode(id))
    return element
  }
  append(root, [
    'Header',
    [
      party('To', 'D', message.to),
      party('From', message.from.qualifier, message.from.id),
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
    ],
  ])
  append(root, ['Body', [message.body]])
  return new TextEncoder().encode(new XMLSerializer().serializeToString(document))
}
