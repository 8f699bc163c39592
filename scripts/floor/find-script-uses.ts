import ts from 'typescript'
import { ownNames } from './allowed-uses.ts'
import {
  featureAt,
  missingAt,
  missingAttributes,
  missingEvents,
  missingFunctions,
  missingMembers,
  type Feature,
  type Use,
} from './read-compat.ts'
import { findStyleUses } from './find-style-uses.ts'

/** Objects that are there from the start, and their interfaces. */
const singletons: Readonly<Record<string, string>> = {
  navigator: 'Navigator',
  document: 'Document',
  window: 'Window',
  globalThis: 'Window',
  crypto: 'Crypto',
  performance: 'Performance',
  history: 'History',
  location: 'Location',
  screen: 'Screen',
}

const iterators = new Set(['values', 'keys', 'entries', 'matchAll'])

/** `map.values().filter(...)`: the names are those of arrays, so they are found by how the iterator is made. */
const iteratorHelper = (node: ts.PropertyAccessExpression): Feature | null => {
  const made = node.expression
  if (!ts.isCallExpression(made) || !ts.isPropertyAccessExpression(made.expression)) return null
  const { expression: owner, name } = made.expression
  if (!iterators.has(name.text) || (ts.isIdentifier(owner) && owner.text === 'Object')) return null
  return missingAt(`javascript.builtins.Iterator.${node.name.text}`)
}

/** Of a known object; undefined of any other. */
const staticMember = ({ expression, name: { text } }: ts.PropertyAccessExpression): Feature | undefined => {
  if (!ts.isIdentifier(expression)) return undefined
  const { text: owner } = expression
  const singleton = singletons[owner]
  const paths = singleton
    ? [`api.${singleton}.${text}`]
    : [`javascript.builtins.${owner}.${text}`, `api.${owner}.${text}_static`]
  for (const path of paths) {
    const feature = featureAt(path)
    if (feature) return feature
  }
  return undefined
}

/** The name alone decides where the object is not known. */
const member = (name: string): Feature | null => (ownNames.has(name) ? null : (missingMembers.get(name) ?? null))

const global = (name: string): Feature | null =>
  missingAt(`javascript.builtins.${name}`) ?? missingAt(`api.${name}`) ?? missingAt(`api.Window.${name}`)

const declaredNames = (file: ts.SourceFile): ReadonlySet<string> => {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    const { name } = node as { name?: ts.Node }
    if (name && ts.isIdentifier(name) && !ts.isPropertyAccessExpression(node)) names.add(name.text)
    node.forEachChild(visit)
  }
  visit(file)
  return names
}

const isName = ({ parent, text }: ts.Identifier): boolean => {
  const { name, propertyName } = parent as { name?: ts.Node; propertyName?: ts.Node }
  return [name, propertyName].some((each) => each && ts.isIdentifier(each) && each.text === text)
}

const templateText = (template: ts.TemplateLiteral, between: string): string =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : [template.head, ...template.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(between)

const markupFeatures = (markup: string): readonly Feature[] =>
  [
    ...Array.from(markup.matchAll(/<([a-z][a-z0-9]*)[\s>]/g), ([, name]) => missingAt(`html.elements.${name}`)),
    ...Array.from(markup.matchAll(/\s\??([a-z]+)(?==|[\s>])/g), ([, name = '']) => missingAttributes.get(name) ?? null),
    ...Array.from(markup.matchAll(/\s\.([a-zA-Z]+)=/g), ([, name = '']) => member(name)),
    ...Array.from(markup.matchAll(/\s@([a-z]+)=/g), ([, name = '']) => missingEvents.get(name) ?? null),
  ].filter((feature): feature is Feature => feature !== null)

/** Everything in a script, its templates and its styles that a browser of the floor lacks. */
export const findScriptUses = (script: string): readonly Use[] => {
  const file = ts.createSourceFile('bundle.js', script, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS)
  const declared = declaredNames(file)
  const uses: Use[] = []
  const add = (node: ts.Node, features: readonly (Feature | null | undefined)[]): void => {
    for (const feature of features)
      if (feature && feature.missing.length > 0) uses.push({ feature, at: node.getStart(file) })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node))
      add(node.name, [staticMember(node) ?? iteratorHelper(node) ?? member(node.name.text)])
    else if (ts.isBindingElement(node)) {
      const name = node.propertyName ?? node.name
      if (ts.isIdentifier(name) && ts.isObjectBindingPattern(node.parent)) add(name, [member(name.text)])
    } else if (ts.isIdentifier(node) && !declared.has(node.text) && !isName(node)) add(node, [global(node.text)])
    else if (ts.isCallExpression(node)) add(node, [eventOf(node)])
    else if (ts.isTaggedTemplateExpression(node)) add(node, featuresOf(node))
    else if (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) add(node, styleFunctions(node.text))
    node.forEachChild(visit)
  }
  visit(file)
  return uses
}

const eventOf = ({ expression, arguments: [name] }: ts.CallExpression): Feature | undefined =>
  ts.isPropertyAccessExpression(expression) &&
  expression.name.text === 'addEventListener' &&
  name &&
  ts.isStringLiteral(name)
    ? missingEvents.get(name.text)
    : undefined

const featuresOf = ({ tag, template }: ts.TaggedTemplateExpression): readonly Feature[] => {
  const name = ts.isIdentifier(tag) ? tag.text.replace(/\d+$/, '') : ''
  if (name === 'css') return findStyleUses(templateText(template, '/**/')).map(({ feature }) => feature)
  return name === 'html' || name === 'svg' ? markupFeatures(templateText(template, 'x')) : []
}

/** Styles that are written as plain text. Names without a hyphen may be anything. */
const styleFunctions = (text: string): readonly (Feature | undefined)[] =>
  Array.from(text.matchAll(/(?<![\w-])([a-z]+(?:-[a-z]+)+)\(/g), ([, name = '']) => missingFunctions.get(name))
