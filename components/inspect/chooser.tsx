"use client";
import { useEffect, useRef, useState } from "react";
import type { View } from "#lib/address/links";
import type { Result } from "./inspected-report";

interface Props {
	view: View;
	words: Record<"file" | "drop" | "samples" | "reading" | "notLoaded", string>;
	samples: readonly { href: string; name: string }[];
}

const nothing: Result = { message: "", isWrong: false, shown: null };

/** Takes a report archive and shows what is in it. The code that reads it is loaded when a file is chosen. */
export function ReportChooser({ view, words, samples }: Props) {
	const input = useRef<HTMLInputElement>(null);
	const newest = useRef<unknown>(null);
	const [result, setResult] = useState<Result>(nothing);
	const [isOver, setIsOver] = useState(false);

	const read = async (name: string, fileOf: () => Promise<Blob>) => {
		newest.current = fileOf;
		setResult({ message: words.reading, isWrong: false, shown: null });
		const loading = Promise.all([import("./inspected-report"), fileOf()]);
		const read = await loading.then(
			([{ readReport }, file]) => readReport(file, name, view),
			() => ({ message: words.notLoaded, isWrong: true, shown: null }),
		);
		// Another file may have been chosen meanwhile.
		if (newest.current === fileOf) setResult(read);
	};
	const readFile = (file: File | undefined) => file && read(file.name, async () => file);

	// biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was chosen before this script was here
	useEffect(() => void readFile(input.current?.files?.[0]), []);

	return (
		<>
			<label
				className="drop"
				data-over={isOver || undefined}
				onDragOver={(event) => {
					event.preventDefault();
					setIsOver(true);
				}}
				onDragLeave={() => setIsOver(false)}
				onDrop={(event) => {
					event.preventDefault();
					setIsOver(false);
					readFile(event.dataTransfer.files[0]);
				}}
			>
				<input
					ref={input}
					type="file"
					accept=".gz,.tgz,application/gzip"
					onChange={({ target }) => {
						readFile(target.files?.[0]);
						// The same file may be chosen again when it has changed.
						target.value = "";
					}}
				/>
				<span className="button">{words.file}</span> <span>{words.drop}</span>
			</label>
			<p className="samples">
				{words.samples}{" "}
				{samples.map(({ href, name }, i) => (
					<span key={href}>
						{i > 0 && " · "}
						<a
							href={href}
							download
							onClick={(event) => {
								if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
								event.preventDefault();
								read(href.slice(href.lastIndexOf("/") + 1), () => fetched(href));
							}}
						>
							{name}
						</a>
					</span>
				))}
			</p>
			<p className="outcome" role="status" data-wrong={result.isWrong || undefined}>
				{result.message}
			</p>
			{result.shown}
		</>
	);
}

async function fetched(href: string): Promise<Blob> {
	const response = await fetch(href);
	if (!response.ok) throw new Error(`${href} answered ${response.status}`);
	return response.blob();
}
