"""Wrong answers to the exercises of lesson 2."""

WRONG_ANSWERS = {
    "2.1": {
        "names for ages": """def my_mean_age(ages, topn):
    youngest = sorted(ages, key=ages.get)[:topn]
    return youngest
""",
        "sum for mean": """def my_mean_age(ages, topn):
    youngest = sorted(ages, key=ages.get)[:topn]
    total = 0
    for name in youngest:
        total += ages[name]
    return total
""",
        "divided by all people": """def my_mean_age(ages, topn):
    youngest = sorted(ages, key=ages.get)[:topn]
    return sum(ages[name] for name in youngest) / len(ages)
""",
        "the oldest": """def my_mean_age(ages, topn):
    youngest = sorted(ages, key=ages.get, reverse=True)[:topn]
    return sum(ages[name] for name in youngest) / topn
""",
        "the first by the alphabet": """def my_mean_age(ages, topn):
    youngest = sorted(ages)[:topn]
    return sum(ages[name] for name in youngest) / topn
""",
        "divided by two": """def my_mean_age(ages, topn):
    youngest = sorted(ages, key=ages.get)[:topn]
    return sum(ages[name] for name in youngest) / 2
""",
    },
    "2.2": {
        "abs forgotten": """def my_knn_predict(x, y, query, topn):
    rows = np.argsort(x - query)[:topn]
    return np.mean(y[rows])
""",
        "the far end": """def my_knn_predict(x, y, query, topn):
    rows = np.argsort(np.abs(x - query))[-topn:]
    return np.mean(y[rows])
""",
        "the mean of x": """def my_knn_predict(x, y, query, topn):
    nearest = sorted(x, key=lambda value: abs(value - query))[:topn]
    return sum(nearest) / topn
""",
        "sum for mean": """def my_knn_predict(x, y, query, topn):
    pairs = sorted(zip(x, y), key=lambda pair: abs(pair[0] - query))
    total = 0
    for i in range(topn):
        total += pairs[i][1]
    return total
""",
        "no mean at all": """def my_knn_predict(x, y, query, topn):
    rows = sorted(range(len(x)), key=lambda i: abs(x[i] - query))[:topn]
    return [y[i] for i in rows]
""",
        "a dict that loses a row": """def my_knn_predict(x, y, query, topn):
    history = dict(zip(x, y))
    nearest = sorted(history, key=lambda value: abs(value - query))[:topn]
    return sum(history[value] for value in nearest) / topn
""",
    },
    "2.3": {
        "no row hidden": """def my_best_topn(x, y, candidates):
    errors = []
    for topn in candidates:
        y_hat = np.array([knn_predict(x, y, query, topn) for query in x])
        errors.append(rmse(y, y_hat))
    return candidates[np.argmin(errors)]
""",
        "the smallest error": """def my_best_topn(x, y, candidates):
    return min(rmse(y, leave_one_out(x, y, topn)) for topn in candidates)
""",
        "the position": """def my_best_topn(x, y, candidates):
    errors = [rmse(y, leave_one_out(x, y, topn)) for topn in candidates]
    return errors.index(min(errors))
""",
        "the largest error wins": """def my_best_topn(x, y, candidates):
    worst, best = 0, None
    for topn in candidates:
        error = rmse(y, leave_one_out(x, y, topn))
        if error > worst:
            worst, best = error, topn
    return best
""",
        "all the errors": """def my_best_topn(x, y, candidates):
    return [rmse(y, leave_one_out(x, y, topn)) for topn in candidates]
""",
        "the mean distance for RMSE": """def my_best_topn(x, y, candidates):
    errors = [np.mean(np.abs(y - leave_one_out(x, y, topn))) for topn in candidates]
    return candidates[np.argmin(errors)]
""",
    },
    "2.4": {
        "the hidden row leaks": """def my_standardise(known, hidden):
    rows = np.vstack([known, hidden])
    mean = rows.mean(axis=0)
    deviation = rows.std(axis=0)
    return (hidden - mean) / deviation
""",
        "axis forgotten": """def my_standardise(known, hidden):
    mean = known.mean()
    deviation = known.std()
    return (hidden - mean) / deviation
""",
        "the row by itself": """def my_standardise(known, hidden):
    mean = np.mean(hidden)
    deviation = np.std(hidden)
    return (hidden - mean) / deviation
""",
        "the variance": """def my_standardise(known, hidden):
    mean = known.mean(axis=0)
    deviation = np.mean((known - mean) ** 2, axis=0)
    return (hidden - mean) / deviation
""",
        "the std of pandas": """def my_standardise(known, hidden):
    known = pd.DataFrame(known)
    mean = known.mean()
    deviation = known.std()
    return (hidden - mean) / deviation
""",
        "the known rows": """def my_standardise(known, hidden):
    mean = known.mean(axis=0)
    deviation = known.std(axis=0)
    return (known - mean) / deviation
""",
    },
    "2.5": {
        "the distance as weight": """def my_weighted_mean(distances, prices):
    exact = distances == 0
    if exact.any():
        return np.mean(prices[exact])
    return np.sum(distances * prices) / np.sum(distances)
""",
        "divided by the number of neighbours": """def my_weighted_mean(distances, prices):
    if 0 in distances:
        return prices[distances == 0].mean()
    return np.mean(1 / distances * prices)
""",
        "not divided": """def my_weighted_mean(distances, prices):
    zeros = [p for d, p in zip(distances, prices) if d == 0]
    if len(zeros) > 0:
        return sum(zeros) / len(zeros)
    total = 0
    for d, p in zip(distances, prices):
        total += p / d
    return total
""",
        "distance 0 forgotten": """def my_weighted_mean(distances, prices):
    weight = 1 / distances
    return np.sum(weight * prices) / np.sum(weight)
""",
        "only the first at distance 0": """def my_weighted_mean(distances, prices):
    top, bottom = 0, 0
    for d, p in zip(distances, prices):
        if d == 0:
            return p
        top += p / d
        bottom += 1 / d
    return top / bottom
""",
        "all neighbours at distance 0": """def my_weighted_mean(distances, prices):
    if np.any(distances == 0):
        return np.mean(prices)
    return np.sum(prices / distances) / np.sum(1 / distances)
""",
    },
}
