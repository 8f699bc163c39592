import { MagicString } from 'magic-string'
import type { AstNode, Plugin } from 'rollup'

/** A tagged template in the parser's syntax tree. */
interface TaggedTemplate extends AstNode {
  readonly type: 'TaggedTemplateExpression'
  readonly tag: AstNode & { readonly name?: string }
  readonly quasi: AstNode & { readonly quasis: readonly (AstNode & { readonly value: { readonly raw: string } })[] }
}

/**
 * Removes the indentation from `html`, `svg` and `css` templates, which minifiers do not change because they are strings. In markup, white
 * space with a line break becomes one space, which renders the same. In styles it is removed where the syntax allows.
 */
export const minifyTemplates = (): Plugin => ({
  name: 'minify-templates',
  transform(code, id) {
    if (!/(html|svg|css)`/.test(code) || id.includes('node_modules')) return null
    const text = new MagicString(code)
    walk(this.parse(code), (node) => {
      if (!isTemplate(node)) return
      const name = node.tag.name ?? ''
      if (!['html', 'svg', 'css'].includes(name)) return
      for (const part of node.quasi.quasis) {
        const { raw } = part.value
        const short = name === 'css' ? shortStyle(raw) : raw.replace(/\s*\n\s*/g, ' ')
        const { start, end } = part as unknown as { start: number; end: number }
        if (short !== raw && end > start) text.overwrite(start, end, short)
      }
    })
    return { code: text.toString(), map: text.generateMap({ hires: true }) }
  },
})

/** White space around punctuation has no meaning in a style sheet, except around `+` and `-` in `calc` and in selectors. */
const shortStyle = (style: string): string =>
  style
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: (?=[^{}]*[;}])/g, ':')
    .replace(/;}/g, '}')

const isTemplate = (node: AstNode): node is TaggedTemplate => node.type === 'TaggedTemplateExpression'

const walk = (node: AstNode, visit: (node: AstNode) => void): void => {
  visit(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === 'object' && typeof (child as { type?: unknown }).type === 'string')
        walk(child as AstNode, visit)
    }
  }
}
