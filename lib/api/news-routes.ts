/** What is new, and what is there for robots to find, described. */
import { feedResponse } from "#lib/feed/answer";
import { mediaTypes } from "#lib/http/media-types";
import { robotsResponse, sitemapResponse } from "#lib/robots/answer";
import { badParameter, notModified, type Route, success } from "./route";

export const newsRoutes: readonly Route[] = [
	{
		path: "/feed.atom",
		method: "get",
		group: "news",
		about: {
			en: "What moved most in each published month, as Atom",
			ru: "Что сильнее всего изменилось за каждый месяц, Atom",
		},
		answers: [success({ en: "Latest first.", ru: "Сначала новые." }, mediaTypes.atom), notModified, badParameter()],
		example: "/feed.atom",
		respond: feedResponse,
	},
	{
		path: "/sitemap.xml",
		method: "get",
		group: "news",
		about: { en: "Every page in both languages", ru: "Все страницы на обоих языках" },
		answers: [
			success({ en: "A site map of sitemaps.org.", ru: "Карта сайта по sitemaps.org." }, mediaTypes.xml),
			notModified,
		],
		example: "/sitemap.xml",
		respond: sitemapResponse,
	},
	{
		path: "/robots.txt",
		method: "get",
		group: "news",
		about: { en: "What robots may read", ru: "Что можно читать роботам" },
		answers: [success({ en: "Rules of RFC 9309.", ru: "Правила по RFC 9309." }, mediaTypes.text), notModified],
		example: "/robots.txt",
		respond: robotsResponse,
	},
];
