import { registerHooks } from 'node:module'

/** Loaded before a server (`node --import`): adds an event to its contract that no domain emits. */
registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context)
    if (!url.endsWith('/contract/generated/events.ts')) return loaded
    const more = "Object.assign(events, { 'labs.never-emitted': { properties: [], phi: [], readBy: [] } })"
    return { ...loaded, source: `${String(loaded.source)}\n${more}\n` }
  },
})
