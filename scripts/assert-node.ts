const major = Number(process.versions.node.split('.')[0])
if (major < 26) {
  console.error(
    `This is Node ${process.versions.node}; Visitkit runs on Node 26. npm installs it as an optional dependency: run "npm ci" without --omit=optional, and start scripts with "npm run".`,
  )
  process.exit(1)
}
console.log(`Node ${process.versions.node}`)
