/** All readable text of the page, through every shadow root, without styles, and without a list that is kept while a page is shown. */
export const pageText = (root: ParentNode = document.body): string =>
  [...root.childNodes]
    .map((node): string => {
      if (node instanceof Text) return node.data
      if (!(node instanceof Element) || node.matches('style, script, .kept[hidden]')) return ''
      return `${node.shadowRoot ? pageText(node.shadowRoot) : ''} ${pageText(node)}`
    })
    .join(' ')
    .replace(/\s+/g, ' ')
