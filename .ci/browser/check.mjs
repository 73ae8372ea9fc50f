// Opens every page of a directory as a reader would and reports what is wrong with it.
//
//   node check.mjs DIRECTORY CHROMIUM
//
// Each page is seen at 360 and 1440 px, light and dark, and as printed on A4. A view passes when
// axe finds no violation, nothing is written to the console as an error, nothing but the page itself
// is requested, and the text fits the width. The last line is "browser: N passed, M failed"; the
// exit status is 1 when a view failed or when there was none.

import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const views = [
  { name: '360 px, light', width: 360, colorScheme: 'light' },
  { name: '360 px, dark', width: 360, colorScheme: 'dark' },
  { name: '1440 px, light', width: 1440, colorScheme: 'light' },
  { name: '1440 px, dark', width: 1440, colorScheme: 'dark' },
  // A4 is 210 mm, 794 px at 96 to the inch. A dark reader's paper is white too.
  { name: 'printed', width: 794, colorScheme: 'dark', media: 'print' },
]

async function pagesUnder(directory) {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

async function faultsOf(browser, axe, file, view) {
  const faults = []
  const address = pathToFileURL(file).href
  const context = await browser.newContext({
    viewport: { width: view.width, height: 900 },
    colorScheme: view.colorScheme,
  })
  try {
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`)
    })
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
    page.on('request', (request) => {
      const url = request.url().split('#')[0]
      if (url !== address && !url.startsWith('data:')) faults.push(`requests ${url}`)
    })
    await page.emulateMedia({ media: view.media ?? 'screen', colorScheme: view.colorScheme })
    await page.goto(address, { waitUntil: 'load' })

    const excess = await page.evaluate(() => {
      const root = document.documentElement
      return root.scrollWidth - root.clientWidth
    })
    if (excess > 0) faults.push(`is ${excess} px wider than the window`)

    if (view.media === 'print') {
      const pdf = await page.pdf({ format: 'A4' })
      if (pdf.length === 0) faults.push('prints nothing')
    }

    // Evaluated and not added as a script element, which the page's own policy forbids.
    await page.evaluate(axe)
    const violations = await page.evaluate(async () => (await window.axe.run(document)).violations)
    for (const violation of violations) {
      const where = violation.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')
      faults.push(`axe: ${violation.id}: ${violation.help} (${where})`)
    }
  } finally {
    await context.close()
  }
  return faults
}

const [directory, executablePath] = process.argv.slice(2)
if (!directory || !executablePath) {
  console.error('usage: node check.mjs DIRECTORY CHROMIUM')
  process.exit(2)
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const files = await pagesUnder(resolve(directory))
// The sandbox needs a user of its own; a build container often has only root.
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
let passed = 0
let failed = 0
try {
  for (const file of files) {
    for (const view of views) {
      const faults = await faultsOf(browser, axe, file, view)
      for (const fault of faults) console.log(`${relative(directory, file)} (${view.name}): ${fault}`)
      if (faults.length === 0) passed++
      else failed++
    }
  }
} finally {
  await browser.close()
}
if (files.length === 0) console.log(`${directory}: no pages`)
console.log(`browser: ${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || files.length === 0 ? 1 : 0
