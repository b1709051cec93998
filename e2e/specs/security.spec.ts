// The page is locked in: what is planted has no effect, nothing but the bridge leads out.
import type { Wharf } from '../app.fixture.ts'
import { expect, test } from '../sandbox.fixture.ts'

const PAGE = 'app://wharf/index.html'

/** What was planted is refused aloud; a violation in the console is what these tests are for. */
function forgetConsole({ consoleErrors }: Wharf): void {
  consoleErrors.length = 0
}

test('planted code, styles, frames or requests have no effect', async ({ wharf, sandbox }) => {
  const { page } = wharf
  const before = { url: page.url(), frames: page.frames().length }
  const effects = await page.evaluate(async (origin) => {
    const planted: Record<string, unknown> = {}
    const attempt = (name: string, plant: () => unknown) => {
      try {
        planted[name] = plant()
      } catch (error) {
        planted[name] = `thrown: ${(error as Error).name}`
      }
    }
    // Out of the evaluation itself, which the DevTools protocol exempts from the policy.
    await new Promise((resolve) => setTimeout(resolve, 0))
    const globals = window as unknown as { ran?: string[]; violated?: Set<string> }
    globals.ran = []
    globals.violated = new Set()
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      globals.violated?.add(effectiveDirective),
    )
    // Whoever runs code already can pass by Trusted Types: the rest of the policy has to hold by itself.
    type Trust = Record<'createScript' | 'createScriptURL', (text: string) => string>
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy: (name: string, rules: Trust) => Trust }
    }
    const same = (text: string) => text
    const trust = trustedTypes.createPolicy('planted', { createScript: same, createScriptURL: same })
    const add = (tag: string, attributes: Record<string, string>, text = '') => {
      attempt(tag, () => {
        const element = document.createElement(tag)
        if (element instanceof HTMLScriptElement) element.text = trust.createScript(text)
        else element.append(document.createTextNode(text))
        for (const [name, value] of Object.entries(attributes))
          if (name.startsWith('on')) element.setAttribute(name, trust.createScript(value))
          else if (/^(script|embed|object)$/.test(tag))
            element.setAttribute(name, trust.createScriptURL(value))
          else element.setAttribute(name, value)
        document.body.append(element)
      })
    }
    attempt('eval', () => (0, eval)('ran.push("eval")') as unknown)
    attempt('Function', () => (Reflect.construct(Function, ['ran.push("Function")']) as () => unknown)())
    attempt('setTimeout', () => setTimeout('ran.push("setTimeout")' as unknown as () => void))
    attempt('innerHTML', () => {
      document.createElement('div').innerHTML = '<img src=x onerror="ran.push(\'innerHTML\')">'
    })
    add('script', {}, 'ran.push("inline script")')
    add('script', { src: `${origin}/planted/script.js` })
    add('img', { src: 'x', onerror: 'ran.push("handler")' })
    add('style', {}, '* { color: rgb(1, 2, 3) }')
    add('link', { rel: 'stylesheet', href: `${origin}/planted/style.css` })
    add('link', { rel: 'prefetch', href: `${origin}/planted/prefetch` })
    add('base', { href: `${origin}/planted/` })
    add('iframe', { src: `${origin}/planted/frame.html` })
    add('iframe', { src: 'data:text/html,<h1>planted</h1>' })
    add('object', { data: `${origin}/planted/object.html` })
    add('embed', { src: `${origin}/planted/embed.html` })
    add('video', { src: `${origin}/planted/clip.mp4` })
    const box = document.createElement('div')
    box.setAttribute('style', 'position: fixed; color: rgb(1, 2, 3)')
    const image = document.createElement('img')
    image.src = `${origin}/planted/image.png`
    const form = document.createElement('form')
    form.action = `${origin}/planted/form`
    form.method = 'post'
    document.body.append(box, image, form)
    form.submit()
    attempt('beacon', () => navigator.sendBeacon(`${origin}/planted/beacon`, 'x'))
    attempt('socket', () => new WebSocket(`${origin.replace('http', 'ws')}/planted/socket`).url)
    attempt('worker', () => new Worker(trust.createScriptURL(URL.createObjectURL(new Blob(['1'])))).onmessage)
    const fetched = await fetch(`${origin}/planted/fetch`).then(
      () => 'answered',
      () => 'refused',
    )
    const ownFile = await fetch('app://wharf/index.html').then(
      () => 'answered',
      () => 'refused',
    )
    return {
      planted,
      fetched,
      ownFile,
      colour: getComputedStyle(box).color,
      position: getComputedStyle(box).position,
      imageWidth: image.naturalWidth,
      baseUri: document.baseURI,
    }
  }, sandbox.origin)

  const violated = () =>
    page.evaluate(() => [...(window as unknown as { violated: Set<string> }).violated].sort())
  await expect
    .poll(violated)
    .toEqual([
      'base-uri',
      'connect-src',
      'default-src',
      'form-action',
      'frame-src',
      'img-src',
      'media-src',
      'object-src',
      'require-trusted-types-for',
      'script-src-attr',
      'script-src-elem',
      'style-src-attr',
      'style-src-elem',
      'worker-src',
    ])
  expect(await page.evaluate(() => (window as unknown as { ran: string[] }).ran)).toEqual([])
  expect(effects.planted['eval']).toMatch(/^thrown/)
  expect(effects.planted['Function']).toMatch(/^thrown/)
  expect(effects.planted['innerHTML']).toMatch(/^thrown/)
  expect(effects).toMatchObject({ fetched: 'refused', ownFile: 'refused', position: 'static', imageWidth: 0 })
  expect(effects.colour).not.toBe('rgb(1, 2, 3)')
  expect(effects.baseUri).toBe(PAGE)
  expect(page.url()).toBe(before.url)
  for (const frame of page.frames().slice(before.frames)) {
    expect(await frame.evaluate(() => document.body.textContent)).not.toContain('planted')
    expect(await frame.evaluate(() => 'wharf' in window)).toBe(false)
  }
  expect(sandbox.ledger.entries()).toEqual([])
  expect(wharf.consoleErrors.length).toBeGreaterThan(5)
  forgetConsole(wharf)
})

test('the bridge is frozen, and a list of known calls is all it has', async ({ wharf }) => {
  const found = await wharf.page.evaluate(async () => {
    type Bridge = Record<string, unknown> & { calls: Record<string, (input: unknown) => unknown> }
    const bridge = (window as unknown as { wharf: Bridge }).wharf
    const overwritten = (target: object, name: string) => {
      try {
        Object.assign(target, { [name]: () => 'planted' })
      } catch {
        return false
      }
      return (target as Record<string, unknown>)[name]?.toString().includes('planted') === true
    }
    return {
      names: Object.keys(bridge).sort(),
      calls: Object.keys(bridge.calls).sort(),
      overwritten: [
        overwritten(bridge, 'calls'),
        overwritten(bridge.calls, 'app.snapshot'),
        overwritten(bridge.calls, 'planted'),
        overwritten(window, 'wharf'),
      ],
      leaks: [
        'require',
        'process',
        'electron',
        'module',
        'Buffer',
        'ipcRenderer',
        'global',
        '__dirname',
      ].filter((name) => name in window),
      refused: [
        await bridge.calls['settings.update']?.({ theme: 'pink' }),
        await bridge.calls['accounts.update']?.({ accountId: '../..', name: 'x' }),
        await bridge.calls['uploads.add']?.({ accountId: '../..', grants: ['/etc/passwd'] }),
        await bridge.calls['app.snapshot']?.('not an object'),
        await bridge.calls['library.page']?.(null),
      ],
    }
  })
  expect(found.names).toEqual(['calls', 'grantFiles', 'onEvents'])
  expect(found.calls).not.toContain('grants.fromPaths')
  expect(found.calls).not.toContain('grants.fromBytes')
  expect(found.overwritten).toEqual([false, false, false, false])
  expect(found.leaks).toEqual([])
  expect(found.refused.map((answer) => (answer as { failure: { code: string } }).failure.code)).toEqual([
    'input-invalid',
    'account-unknown',
    'input-invalid',
    'input-invalid',
    'input-invalid',
  ])
})

test('a window or frame that is not the app’s own gets no answer from main', async ({ wharf }) => {
  const answers = await wharf.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/dist/preload/preload.cjs`
    const askedFrom = async (url: string) => {
      const webPreferences = { preload, sandbox: true, contextIsolation: true }
      const window = new BrowserWindow({ show: false, webPreferences })
      await window.loadURL(url)
      const ask = `window.wharf ? window.wharf.calls['app.snapshot']({}) : 'no bridge'`
      const answer: unknown = await window.webContents.executeJavaScript(ask)
      window.destroy()
      return answer
    }
    return [
      await askedFrom('data:text/html,<h1>elsewhere</h1>'),
      await askedFrom('about:blank'),
      // The right origin in the wrong window.
      await askedFrom('app://wharf/index.html'),
    ]
  })
  for (const answer of answers)
    expect(answer).toMatchObject({ ok: false, failure: { code: 'input-invalid', delivery: 'not-sent' } })

  const inFrame = await wharf.page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const hasBridge = frame.contentWindow !== null && 'wharf' in frame.contentWindow
    frame.remove()
    return hasBridge
  })
  expect(inFrame).toBe(false)
})

test('navigation, new windows or permissions are denied', async ({ wharf, sandbox }) => {
  const { page } = wharf
  const denied = await page.evaluate(async (origin) => {
    const opened = [window.open(`${origin}/opened`), window.open('about:blank'), window.open('app://wharf/')]
    const link = document.createElement('a')
    link.href = `${origin}/clicked`
    link.target = '_blank'
    document.body.append(link)
    link.click()
    link.target = ''
    link.click()
    link.remove()
    location.href = `${origin}/location`
    location.assign('file:///etc/passwd')
    location.replace('data:text/html,<h1>elsewhere</h1>')
    const refusal = (asking: Promise<unknown>) =>
      asking.then(
        () => 'granted',
        () => 'refused',
      )
    return {
      opened: opened.map((window) => window === null),
      notification: await Notification.requestPermission(),
      camera: await refusal(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await refusal(navigator.mediaDevices.getDisplayMedia()),
      clipboard: await refusal(navigator.clipboard.readText()),
      place: await refusal(
        new Promise((resolve, reject) => {
          navigator.geolocation.getCurrentPosition(resolve, reject)
        }),
      ),
    }
  }, sandbox.origin)
  expect(denied).toEqual({
    opened: [true, true, true],
    notification: 'denied',
    camera: 'refused',
    screen: 'refused',
    clipboard: 'refused',
    place: 'refused',
  })
  expect(page.url()).toBe(PAGE)
  expect(wharf.app.windows()).toHaveLength(1)
  expect(sandbox.ledger.entries()).toEqual([])
  forgetConsole(wharf)
})
