'use client'

import { useId } from 'react'
import type { Histogram } from '@/lib/sync-log/histogram'
import { axisWords, bucketName, callsIn, countWords } from './bucket-words'
import { barParts } from './bar-heights'
import { OutcomePatterns, outcomeFill } from './outcome-patterns'
import { useBrush } from './use-brush'
import { useWidth } from './use-width'

const height = 60

/** Bars by time, accepted below, then refused, then failed. A stretch of them is chosen by dragging or by the keyboard. */
export function HistogramBars({
  histogram: { buckets, bound },
  zone,
  onTake,
}: {
  histogram: Histogram
  zone: string
  onTake: (first: number, last: number) => void
}) {
  const id = useId()
  const { width, ref } = useWidth()
  const { at, chosen, handlers } = useBrush(buckets.length, onTake)
  const edge = (index: number) => Math.round((index * width) / buckets.length)
  const gap = width / buckets.length > 5 ? 2 : 1
  const shown = at ?? buckets.length - 1
  const words = describe(chosen ?? [shown, shown])
  function describe([first, last]: readonly [number, number]): string {
    const some = buckets.slice(first, last + 1)
    const sum = { accepted: 0, refused: 0, failed: 0 }
    for (const { accepted, refused, failed } of some) {
      sum.accepted += accepted
      sum.refused += refused
      sum.failed += failed
    }
    const name = bucketName({ from: some[0]!.from, to: some.at(-1)!.to }, zone)
    if (bound && last < bound.at) return `${name}: not counted`
    return `${name}: ${bound && first <= bound.at ? 'at least ' : ''}${countWords(sum)}`
  }
  return (
    <div ref={ref} className="relative">
      <div
        role="slider"
        tabIndex={0}
        aria-label="Calls by time"
        aria-description="Left and right go from bar to bar, Shift chooses several, Enter shows their calls alone."
        aria-valuemin={1}
        aria-valuemax={buckets.length}
        aria-valuenow={shown + 1}
        aria-valuetext={words}
        {...handlers}
        className="cursor-crosshair touch-pan-y rounded-s outline-offset-4 select-none"
      >
        <svg width={width} height={height + 1} aria-hidden className="block">
          <OutcomePatterns id={id} />
          {bound && <rect width={edge(bound.at)} height={height} fill={`url(#${id}-uncounted)`} />}
          {width > 0 &&
            barParts(buckets, height).map((parts, index) => (
              <g key={buckets[index]!.from} data-bar={callsIn(buckets[index]!)}>
                {parts.map((part) => (
                  <rect
                    key={part.outcome}
                    x={edge(index)}
                    width={Math.max(1, edge(index + 1) - edge(index) - gap)}
                    y={part.y}
                    height={part.height}
                    fill={outcomeFill(id, part.outcome)}
                  />
                ))}
              </g>
            ))}
          {at !== undefined && !chosen && (
            <rect x={edge(at)} width={edge(at + 1) - edge(at)} height={height} fill="var(--ink)" opacity="0.07" />
          )}
          {chosen && (
            <g data-chosen>
              <rect
                x={edge(chosen[0])}
                width={edge(chosen[1] + 1) - edge(chosen[0])}
                height={height}
                fill="var(--accent)"
                opacity="0.14"
              />
              {[edge(chosen[0]), edge(chosen[1] + 1)].map((x, end) => (
                <rect key={end} x={end ? x - 2 : x} width="2" height={height} fill="var(--accent)" />
              ))}
            </g>
          )}
          <rect y={height} width={width} height="1" fill="var(--line-strong)" />
        </svg>
      </div>
      <div aria-hidden className="relative mt-1 h-4 text-small text-ink-2 tabular-nums">
        {axisWords(buckets, zone, Math.floor(width / 130)).map(({ at: index, text }) => (
          <span key={index} style={{ left: edge(index) }} className="absolute whitespace-nowrap">
            {text}
          </span>
        ))}
      </div>
      {at !== undefined && (
        <div
          aria-hidden
          data-tip
          style={{
            left: edge(at) + (edge(at + 1) - edge(at)) / 2,
            translate: `${at > buckets.length / 2 ? '-100%' : '0'} 0`,
          }}
          className="pointer-events-none absolute top-[-30px] z-5 rounded-m bg-ink px-2 py-1 text-small whitespace-nowrap text-bg tabular-nums shadow-float"
        >
          {words}
        </div>
      )}
    </div>
  )
}
