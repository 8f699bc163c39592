import { registerHooks } from 'node:module'

/** Loaded before a server (`node --import`): its contract declares one event more, which no domain emits. */
registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context)
    if (!url.endsWith('/contract/generated/events.ts')) return loaded
    const more = "Object.assign(events, { 'labs.never-emitted': { properties: [], phi: [], readBy: [] } })"
    return { ...loaded, source: `${String(loaded.source)}\n${more}\n` }
  },
})
