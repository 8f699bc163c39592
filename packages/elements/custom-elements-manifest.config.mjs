/**
 * The manifest (schema 1, for editors, documentation and framework wrappers) lists the public API. The analyzer finds classes. Tags are
 * registered in `src/define/`, so they are added here. Protected and private members are not part of the API.
 */
const tagOf = (className) =>
  className
    .replace(/Element$/, '')
    .replace(/^Visit/, 'visit')
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Classes that elements extend, and that are no elements themselves. */
const baseClasses = ['VisitElement', 'ElementOfPages']

// oxlint-disable-next-line import/no-default-export -- the analyzer reads its configuration from the default export
export default {
  litelement: true,
  // package.json gives the path of the published manifest. A run with another output folder must not change it.
  packagejson: false,
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.stories.ts', 'src/**/*.test.ts'],
  plugins: [
    {
      name: 'visitkit-tags',
      packageLinkPhase({ customElementsManifest }) {
        for (const module of customElementsManifest.modules) {
          for (const declaration of module.declarations ?? []) {
            if (declaration.kind !== 'class') continue
            declaration.members = declaration.members?.filter(
              ({ privacy, name }) => privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#'),
            )
            // `@fires name - {CustomEvent<…>} When.` keeps the type next to the description, where readers see it.
            for (const event of declaration.events ?? []) {
              const [, type, when] = /^\{(CustomEvent(?:<.*>)?)\}\s+(.*)$/s.exec(event.description ?? '') ?? []
              if (type) Object.assign(event, { type: { text: type }, description: when })
            }
            if (!baseClasses.includes(declaration.superclass?.name) || baseClasses.includes(declaration.name)) continue
            declaration.customElement = true
            declaration.tagName = tagOf(declaration.name)
            module.exports?.push({
              kind: 'custom-element-definition',
              name: declaration.tagName,
              declaration: { name: declaration.name, module: module.path },
            })
          }
        }
      },
    },
  ],
}
