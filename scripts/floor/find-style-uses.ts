import postcss, { type AtRule, type Declaration, type Rule } from 'postcss'
import { missingAt, missingFunctions, type Feature, type Use } from './read-compat.ts'

/** Everything in a style sheet that a browser of the floor lacks. */
export const findStyleUses = (style: string): readonly Use[] => {
  const uses: Use[] = []
  postcss.parse(style).walk((node) => {
    const features =
      node.type === 'decl'
        ? ofDeclaration(node)
        : node.type === 'rule'
          ? ofRule(node)
          : node.type === 'atrule'
            ? ofAtRule(node)
            : []
    for (const feature of features) if (feature) uses.push({ feature, at: node.source?.start?.offset ?? 0 })
  })
  return uses
}

type Found = readonly (Feature | null | undefined)[]

const ofDeclaration = ({ prop, value }: Declaration): Found => {
  const functions = Array.from(value.matchAll(/([a-z-]+)\(/g), ([, name = '']) => missingFunctions.get(name))
  if (prop.startsWith('--')) return functions
  const words = Array.from(value.matchAll(/(?<![\w-])[a-z][a-z-]*(?![\w-(])/g), ([word]) =>
    missingAt(`css.properties.${prop}.${word}`),
  )
  const units = Array.from(value.matchAll(/\d([a-z]+)\b/g), ([, unit]) => missingAt(`css.types.length.${unit}`))
  return [missingAt(`css.properties.${prop}`), ...functions, ...words, ...units]
}

const ofRule = ({ selector, parent }: Rule): Found => [
  ...Array.from(selector.matchAll(/::?([a-z-]+)/g), ([, name]) => missingAt(`css.selectors.${name}`)),
  parent?.type === 'rule' || selector.includes('&') ? missingAt('css.selectors.nesting') : null,
]

const ofAtRule = ({ name, params, parent }: AtRule): Found => [
  missingAt(`css.at-rules.${name}`),
  ...Array.from(params.matchAll(/\(\s*([a-z-]+)/g), ([, feature]) => missingAt(`css.at-rules.${name}.${feature}`)),
  parent?.type === 'rule' ? missingAt('css.selectors.nesting') : null,
]
