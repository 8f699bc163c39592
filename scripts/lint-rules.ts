/** The part of oxlint's plugin interface that is used here; it is ESLint's. */
interface RuleContext {
  report(problem: { readonly node: unknown; readonly message: string }): void
}
interface CallNode {
  readonly callee: { readonly type: string; readonly name?: string }
  readonly arguments: readonly unknown[]
}

const isDate = ({ callee }: CallNode): boolean => callee.type === 'Identifier' && callee.name === 'Date'
const message = 'Reads the clock. Take the time as an argument.'

/** `new Date(time)` converts a time, `new Date()` and `Date()` return the current one. Rules about properties cannot distinguish them. */
const noCurrentDate = {
  create: (context: RuleContext) => ({
    NewExpression: (node: CallNode) => {
      if (isDate(node) && node.arguments.length === 0) context.report({ node, message })
    },
    CallExpression: (node: CallNode) => {
      if (isDate(node)) context.report({ node, message })
    },
  }),
}

/** Rules about imports check only static imports. */
const noImportAtRunTime = {
  create: (context: RuleContext) => ({
    ImportExpression: (node: unknown) =>
      context.report({
        node,
        message: 'Reaches a module that no rule about imports sees. Import it at the head of the file.',
      }),
  }),
}

// oxlint-disable-next-line import/no-default-export -- oxlint reads a plugin from the default export
export default {
  meta: { name: 'visitkit' },
  rules: { 'no-current-date': noCurrentDate, 'no-import-at-run-time': noImportAtRunTime },
}
