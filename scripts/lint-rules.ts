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

interface ImportNode {
  readonly source: { readonly value: unknown }
  readonly importKind?: string
  readonly specifiers: readonly {
    readonly type: string
    readonly importKind?: string
    readonly imported?: { readonly name?: string }
  }[]
}
interface PropertyNode {
  readonly key?: { readonly name?: string }
}
interface CalledNode {
  readonly callee: {
    readonly type: string
    readonly name?: string
    readonly object?: { readonly name?: string }
    readonly property?: { readonly name?: string }
  }
  readonly arguments: readonly { readonly properties?: readonly PropertyNode[] }[]
}

/** What opens no connection in the modules that can. */
const opensNothing: ReadonlySet<string> = new Set([
  ...['createServer', 'STATUS_CODES', 'isIP', 'isIPv4', 'isIPv6', 'BlockList'],
])
const connecting = /^(node:)?(http|https|http2|net|tls|dgram|dns|dns\/promises|undici)$/
/** Libraries that connect by themselves, each with the option that gives them a permitted connection instead. */
const permittedBy: ReadonlyMap<string, string> = new Map([
  ['Client', 'stream'],
  ['Pool', 'stream'],
  ['createTransport', 'getSocket'],
  ['createRemoteJWKSet', 'customFetch'],
])

/** Outside of platform/egress, nothing opens a connection: there would be no check of its host. */
const noOwnConnection = {
  create: (context: RuleContext) => {
    const message = 'Opens a connection. Take an Outgoing of platform/egress as an argument.'
    const called = (node: CalledNode): void => {
      const { type, name, object, property } = node.callee
      const isGlobal =
        type === 'Identifier' || ['globalThis', 'global', 'pg', 'nodemailer'].includes(object?.name ?? '')
      const target = isGlobal ? (type === 'Identifier' ? name : property?.name) : undefined
      if (target === undefined) return
      if (['fetch', 'WebSocket', 'EventSource'].includes(target)) return context.report({ node, message })
      const option = permittedBy.get(target)
      if (option === undefined) return
      const given = node.arguments.flatMap(({ properties }) => properties ?? [])
      if (!given.some(({ key }) => key?.name === option)) context.report({ node, message })
    }
    return {
      CallExpression: called,
      NewExpression: called,
      ImportExpression: (node: { readonly source: { readonly value?: unknown } }) => {
        if (connecting.test(String(node.source.value))) context.report({ node, message })
      },
      ImportDeclaration: (node: ImportNode) => {
        if (node.importKind === 'type' || !connecting.test(String(node.source.value))) return
        const opens = node.specifiers.some(
          ({ type, importKind, imported }) =>
            importKind !== 'type' && (type !== 'ImportSpecifier' || !opensNothing.has(imported?.name ?? '')),
        )
        if (opens) context.report({ node, message })
      },
    }
  },
}

// oxlint-disable-next-line import/no-default-export -- oxlint reads a plugin from the default export
export default {
  meta: { name: 'visitkit' },
  rules: {
    'no-current-date': noCurrentDate,
    'no-import-at-run-time': noImportAtRunTime,
    'no-own-connection': noOwnConnection,
  },
}
