// Tests the choice of a folder, project or group above the library.
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { anAccount, refused } from '../../bridge/fake-bridge.testkit.ts'
import { useContainerStore } from '../../stores/container-store.ts'
import { ContainerFilter } from './container-filter.tsx'
import type { ContainerView } from './use-container-view.ts'

const account = anAccount({ providerId: 'indream' })
const list = [
  { id: 'p1', name: 'Harbour film' },
  { id: 'p2', name: 'Podcast covers' },
]
const view: ContainerView = {
  noun: 'project',
  containers: { list, isLoading: false, failure: null, retry: () => undefined },
  containerId: null,
  isOnlyInside: true,
}
const show = (part: Partial<ContainerView> = {}) =>
  render(<ContainerFilter labelPlace="inside" account={account} view={{ ...view, ...part }} />)
const options = () =>
  screen
    .getAllByRole<HTMLOptionElement>('option')
    .map(({ text, disabled }) => (disabled ? `${text} (not now)` : text))
const choice = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Project' })

afterEach(() => {
  cleanup()
  useContainerStore.setState({ chosen: new Map() })
})

test('a chosen one is remembered for the account, and given up again', () => {
  show()
  expect(options()).toEqual(['Uploaded from here', 'Harbour film', 'Podcast covers'])
  fireEvent.change(choice(), { target: { value: 'p2' } })
  expect(useContainerStore.getState().chosen.get(account.id)).toBe('p2')
  fireEvent.change(choice(), { target: { value: '' } })
  expect(useContainerStore.getState().chosen.has(account.id)).toBe(false)
})

test('a provider that lists everything offers all of it', () => {
  show({ isOnlyInside: false })
  expect(options()[0]).toBe('All')
})

test('a name that does not fit can be read by pointing at it', () => {
  show({ containerId: 'p1' })
  expect(choice().title).toBe('Harbour film')
})

test('one that is no longer listed still shows what is being looked at', () => {
  show({ containerId: 'gone' })
  expect(choice().value).toBe('gone')
})

test('what is loading or could not be loaded is said, and cannot be chosen', () => {
  show({ containers: { ...view.containers, list: [], isLoading: true } })
  expect(options()).toEqual(['Uploaded from here', 'Loading… (not now)'])
  cleanup()
  const answer = refused('service-unavailable')
  if (answer.ok) throw new Error('A failure is expected')
  show({ containers: { ...view.containers, list: [], failure: answer.failure } })
  expect(options()).toEqual(['Uploaded from here', 'Not loaded (not now)'])
})
